import type { PayloadRequest } from 'payload'
import { lockFieldworkers } from '../../database/locks.ts'
import {
  type InTheWay,
  occupanciesInTheWay,
  occupanciesInTheWayOfEach,
} from '../../database/scheduling/occupancies.ts'
import { bitMs } from '../../domain/scheduling/bitmap.ts'
import {
  eligiblePeopleFor,
  eligiblePeopleForEach,
  type PersonForSlot,
  type RankedPerson,
} from './people-for-slot.ts'
import type { TimeRequest } from './time-request.ts'

/** How many free people are locked at once while one of them is picked. */
export const lockedAtOnce = 8

type Won = { claim: TimeRequest; holder: string }[]

/** What winning a claim asks of the database. */
export type AllocationReader = {
  /** Who is eligible, best first. `won` are the claims before it. */
  peopleFor: (claim: TimeRequest, won: Won) => Promise<PersonForSlot[]>
  lock: (people: string[]) => Promise<void>
  /** What takes the time of these people, whose locks are held. */
  inTheWay: (claim: TimeRequest, people: string[]) => Promise<InTheWay[]>
  /** Something was moved out of the way: what is known of taken time is old. */
  forget: () => void
}

const questionOf = (claim: TimeRequest) => ({
  service: claim.service,
  place: claim.place,
  start: Date.parse(claim.start),
  end: Date.parse(claim.end),
  now: Date.now(),
})

const spanOf = (claim: TimeRequest, fieldworkers: string[]) => ({
  fieldworkers,
  startsAt: claim.busyStart,
  endsAt: claim.busyEnd,
  except: claim.appointment,
})

/** Reads when it is asked. */
export const readEach = (req: PayloadRequest): AllocationReader => ({
  peopleFor: async (claim) => {
    const question = { ...questionOf(claim), except: claim.appointment }
    return (await eligiblePeopleFor(req, question)).people
  },
  lock: (people) => lockFieldworkers(req, people),
  inTheWay: (claim, people) => occupanciesInTheWay(req, spanOf(claim, people)),
  forget: () => undefined,
})

const dayMs = 86_400_000

/** Who has won other claims around this one has that much more to do. */
const withWon = (people: RankedPerson[], claim: TimeRequest, won: Won): RankedPerson[] => {
  const from = Date.parse(claim.busyStart) - dayMs
  const to = Date.parse(claim.busyEnd) + dayMs
  const near = won.filter(
    (one) => Date.parse(one.claim.busyStart) < to && Date.parse(one.claim.busyEnd) > from,
  )
  if (near.length === 0) return people
  const more = new Map<string, number>()
  for (const { claim: other, holder } of near) {
    const bits = (Date.parse(other.busyEnd) - Date.parse(other.busyStart)) / bitMs
    more.set(holder, (more.get(holder) ?? 0) + bits)
  }
  return people
    .map((person) => ({ ...person, load: person.load + (more.get(person.id) ?? 0) }))
    .toSorted((a, b) => Number(b.free) - Number(a.free) || a.load - b.load)
}

const candidatesOf = (claim: TimeRequest, people: RankedPerson[], all: TimeRequest[]): string[] => {
  const { who, prefers, busyStart, busyEnd } = claim
  if (who !== 'any') return [who]
  const rivals = all.filter((one) => one.busyStart < busyEnd && busyStart < one.busyEnd)
  const free = people.filter(({ free: isFree }) => isFree).map(({ id }) => id)
  return [...(prefers ? [prefers] : []), ...free.slice(0, lockedAtOnce + rivals.length - 1)]
}

/** What is in the way of the people of each request, as far as it has been asked for. */
type Seen = Map<TimeRequest, { asked: Set<string>; rows: InTheWay[] }>

/** Locks the people who come into question and reads what takes their time, in two statements. */
const readInTheWay = async (
  req: PayloadRequest,
  known: TimeRequest[],
  people: Map<TimeRequest, RankedPerson[]>,
): Promise<{ locked: Set<string>; seen: Seen }> => {
  const spans = known.map((claim) =>
    spanOf(claim, candidatesOf(claim, people.get(claim) ?? [], known)),
  )
  const locked = new Set(spans.flatMap(({ fieldworkers }) => fieldworkers))
  await lockFieldworkers(req, [...locked])
  const blocking = await occupanciesInTheWayOfEach(req, spans)
  const seen: Seen = new Map(
    known.map((claim, place) => [
      claim,
      { asked: new Set(spans[place]?.fieldworkers), rows: blocking[place] ?? [] },
    ]),
  )
  return { locked, seen }
}

/**
 * Reads for all claims at once, in three statements: who is eligible, the locks of those who come
 * into question, in one order, and what is in their way. Whatever else is asked is read then.
 */
export const readAhead = async (
  req: PayloadRequest,
  claims: TimeRequest[],
): Promise<AllocationReader> => {
  const each = readEach(req)
  // A visit that holds time already is judged without it, by exact spans.
  const known = claims.filter(({ appointment }) => !appointment)
  const found = await eligiblePeopleForEach(
    req,
    known.map((claim) => ({
      ...questionOf(claim),
      ...(claim.who !== 'any' && { only: claim.who }),
    })),
  )
  const people = new Map(known.map((claim, place) => [claim, found[place] ?? []]))
  const { locked, seen } = await readInTheWay(req, known, people)
  return {
    peopleFor: async (claim, won) => {
      const ranked = people.get(claim)
      return ranked ? withWon(ranked, claim, won) : each.peopleFor(claim, won)
    },
    lock: async (wanted) => {
      const missing = wanted.filter((id) => !locked.has(id))
      if (missing.length > 0) await each.lock(missing)
      for (const id of missing) locked.add(id)
    },
    inTheWay: async (claim, wanted) => {
      const { asked, rows } = seen.get(claim) ?? {}
      if (!asked || !rows || wanted.some((id) => !asked.has(id)))
        return each.inTheWay(claim, wanted)
      return rows.filter(({ fieldworker }) => wanted.includes(fieldworker))
    },
    forget: () => seen.clear(),
  }
}
