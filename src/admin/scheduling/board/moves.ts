import { moveVerbOf } from '../../../domain/bookings/states.ts'
import type { BoardVisit } from './board-visit.ts'

/** Where a visit is, or is to go: whose row and when. */
export type Spot = { person: string | null; start: number; end: number }

export const spotOf = ({ person, start, end }: BoardVisit): Spot => ({ person, start, end })

export const isSameSpot = (a: Spot, b: Spot): boolean =>
  a.person === b.person && a.start === b.start && a.end === b.end

/** The command that takes a visit from where it is to `to`: assign, retime or reschedule. */
export const commandFor = (
  visit: Pick<BoardVisit, 'end' | 'id' | 'person' | 'start' | 'status'>,
  to: Spot,
): { path: string; body: object } => {
  const base = `/api/appointments/${visit.id}`
  if (visit.start === to.start && visit.end === to.end) {
    return { path: `${base}/assign`, body: { fieldworker: to.person } }
  }
  const time = { start: new Date(to.start).toISOString(), end: new Date(to.end).toISOString() }
  // Whoever has it keeps it or is refused in words; the house gives it to nobody else unasked.
  const who = to.person || to.person !== visit.person ? { fieldworker: to.person } : {}
  return { path: `${base}/${moveVerbOf(visit)}`, body: { ...time, ...who } }
}

/** The visits as they would be with some of them elsewhere. */
export const withSpots = (
  visits: readonly BoardVisit[],
  spots: ReadonlyMap<string, Spot>,
): BoardVisit[] =>
  visits.map((visit) => {
    const spot = spots.get(visit.id)
    return spot ? { ...visit, ...spot } : visit
  })
