import type { MoveTo } from '../../contracts/bookings/command.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { shiftVisits } from '../../domain/scheduling/shift-visits.ts'
import type { Appointment, Booking } from '../../payload-types.ts'
import type { VisitMove } from './plan-move.ts'

const refuse = (message: string, field: string) =>
  new DomainError('invalid-input', message, { field })

const iso = (value: string) => new Date(value).toISOString()

/** Whether a move changes the time. */
export const isMoved = ({ visit, start, end }: VisitMove) =>
  start !== iso(visit.start) || end !== iso(visit.end)

const oneByOne = (to: MoveTo, visits: Appointment[]): VisitMove[] => {
  const named = new Map(to.visits?.map((one) => [one.id, one]))
  if (visits.length !== named.size || visits.some(({ id }) => !named.has(id))) {
    throw refuse('All visits of the booking move together; give a time for each.', 'visits')
  }
  return visits.map((visit) => {
    const wanted = named.get(visit.id)
    const start = iso(wanted?.start ?? visit.start)
    const length = Date.parse(visit.end) - Date.parse(visit.start)
    const end = wanted?.end ? iso(wanted.end) : iso(new Date(Date.parse(start) + length).toJSON())
    const person = wanted?.fieldworker
    return { visit, start, end, ...(person !== undefined && { fieldworker: person }) }
  })
}

const together = (to: MoveTo, visits: Appointment[], timezone: string): VisitMove[] => {
  const [first] = visits.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
  if (visits.length > 1 && (to.end ?? to.fieldworker)) {
    throw refuse('The booking has several visits; give time and person for each.', 'visits')
  }
  const start = to.start ?? first?.start ?? ''
  const person = to.fieldworker === undefined ? {} : { fieldworker: to.fieldworker }
  return shiftVisits(visits, { start, timezone }).map((move) => ({
    ...move,
    ...(to.end && { end: iso(to.end) }),
    ...person,
  }))
}

/**
 * Where each of a booking's visits goes when it moves as a whole; those that had a person keep
 * that person where they can.
 * @throws {DomainError} invalid-input
 */
export const movesOfBooking = (
  to: MoveTo,
  { booking, visits }: { booking: Booking; visits: Appointment[] },
): VisitMove[] => {
  const moves = to.visits ? oneByOne(to, visits) : together(to, visits, booking.timezone ?? 'UTC')
  if (moves.some(isMoved)) return moves
  throw refuse('The booking is at this time already.', 'start')
}
