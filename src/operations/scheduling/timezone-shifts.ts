import type { PayloadRequest } from 'payload'
import {
  type AgreedAbsence,
  agreedAbsences,
  type AgreedVisit,
  agreedVisits,
  takenFrom,
  type TakenTime,
} from '../../database/scheduling/agreed-times.ts'
import { lockFieldworkers, lockRows } from '../../database/locks.ts'
import { settleShifts, type Shift, type Taken } from '../../domain/scheduling/settle-shifts.ts'
import { clockChange, type ZoneRules } from '../../domain/scheduling/zone-rules.ts'

/** A zone whose rules are new, and until when (ISO) times were agreed by those before. */
export type ZoneChange = { zone: string; before: ZoneRules; now: ZoneRules; until: string }

export type VisitShift = { visit: AgreedVisit; by: number }
export type AbsenceShift = { absence: AgreedAbsence; start: number; end: number }
export type VisitLeft = {
  visit: AgreedVisit
  /** The clock time that was agreed, as if it were UTC. */
  wall: number
  /** What is in the way; `gap` where the clocks jump over the time, `over` where it has passed. */
  by: TakenTime | 'gap' | 'over'
}
export type TimezoneShifts = { moves: VisitShift[]; absences: AbsenceShift[]; left: VisitLeft[] }

type Asked = { changes: ZoneChange[]; now: number }
type Found = { visit: AgreedVisit; wall: number; at: number | null }

const visitsIn = async (req: PayloadRequest, { changes, now }: Asked): Promise<Found[]> => {
  const found: Found[] = []
  for (const change of changes) {
    for (const visit of await agreedVisits(req, { ...change, now })) {
      const changed = clockChange(visit.start, change)
      if (changed) found.push({ visit, ...changed })
    }
  }
  return found
}

const absencesIn = async (req: PayloadRequest, { changes, now }: Asked) => {
  const found: AbsenceShift[] = []
  for (const change of changes) {
    for (const absence of await agreedAbsences(req, { ...change, now })) {
      const start = clockChange(absence.start, change)?.at ?? absence.start
      const to = clockChange(absence.end, change)?.at ?? absence.end
      const end = to > start ? to : start + absence.end - absence.start
      if (start !== absence.start || end !== absence.end) found.push({ absence, start, end })
    }
  }
  return found
}

const shiftOf = ({ visit, by }: VisitShift): Shift => ({
  id: visit.id,
  group: visit.booking,
  person: visit.person,
  start: visit.busyStart,
  end: visit.busyEnd,
  to: { start: visit.busyStart + by, end: visit.busyEnd + by },
})

const idOf = ({ appointment, absence, start, person }: TakenTime) =>
  appointment ?? absence ?? `${person} ${start}`

/** What else takes these people's time, absences where they will be. */
const fixedOf = (
  taken: TakenTime[],
  { moving, absences }: { moving: Set<string>; absences: AbsenceShift[] },
): Taken[] => {
  const moved = new Map(absences.map((one) => [one.absence.id, one]))
  return taken
    .filter(({ appointment }) => !appointment || !moving.has(appointment))
    .map((one) => {
      const { start, end } = moved.get(one.absence ?? '') ?? one
      return { id: idOf(one), person: one.person, exclusive: one.exclusive, start, end }
    })
}

/**
 * What keeps its clock time by new rules, and what cannot. Locks the bookings, then the absences,
 * then the people concerned until the transaction ends.
 */
export const timezoneShifts = async (
  req: PayloadRequest,
  asked: Asked,
): Promise<TimezoneShifts> => {
  const seen = new Set((await visitsIn(req, asked)).map(({ visit }) => visit.booking))
  const away = new Set((await absencesIn(req, asked)).map(({ absence }) => absence.id))
  await lockRows(req, 'bookings', [...seen])
  await lockRows(req, 'unavailabilities', [...away])
  const found = (await visitsIn(req, asked)).filter(({ visit }) => seen.has(visit.booking))
  const absences = (await absencesIn(req, asked)).filter(({ absence }) => away.has(absence.id))
  const people = found.flatMap(({ visit }) => visit.person ?? [])
  await lockFieldworkers(req, people)
  const taken = await takenFrom(req, { people, from: asked.now })
  const byId = new Map(taken.map((one) => [idOf(one), one]))

  const closed = found.flatMap(({ visit, wall, at }): VisitLeft[] => {
    if (at === null) return [{ visit, wall, by: 'gap' }]
    return at <= asked.now ? [{ visit, wall, by: 'over' }] : []
  })
  const stuck = new Map(closed.map((one) => [one.visit.booking, one.by]))
  const open = found.filter(({ visit }) => !stuck.has(visit.booking))
  const wanted = open.map(({ visit, at }) => ({ visit, by: (at ?? visit.start) - visit.start }))
  const moving = new Set(open.map(({ visit }) => visit.id))
  const { moves, stays } = settleShifts(wanted.map(shiftOf), fixedOf(taken, { moving, absences }))
  for (const { shift, by } of stays) stuck.set(shift.group, byId.get(by.id) ?? 'gap')
  const going = new Set(moves.map(({ id }) => id))
  return {
    moves: wanted.filter(({ visit }) => going.has(visit.id)),
    absences,
    left: found.flatMap(({ visit, wall }) => {
      const by = stuck.get(visit.booking)
      return by ? [{ visit, wall, by }] : []
    }),
  }
}
