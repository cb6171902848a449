import type { PayloadRequest } from 'payload'
import { lockFieldworkers, lockRow } from '../../database/locks.ts'
import { postgresCode } from '../../database/errors.ts'
import { writeOccupancies } from '../../database/scheduling/occupancies.ts'
import type { DomainError } from '../../domain/domain-error.ts'
import type { DayVisit } from '../../domain/scheduling/routes/route-day.ts'
import { assignVisit } from '../bookings/assign-visit.ts'
import { type Stale, staleVisit } from './stale-plan.ts'

/** A visit that goes to somebody, to nobody, or to another time, with others at once. */
export type Together = {
  /** The visit as the plan saw it. */
  visit: DayVisit
  /** The visit as it is: a rescheduled one is its successor. */
  id: string
  booking: string
  from: string | null
  person: string | null
  start: number
  end: number
  isMoved: boolean
}
export type Applied = { changed: string[]; bookings: string[] }

type How = {
  reason: string
  /** Over hours, absences and calendars. */
  override?: boolean
  refuse: (changed: Stale[]) => DomainError
}

const staleCodes = new Set([
  'slot-taken',
  'transition-refused',
  'stale-version',
  'invalid-input',
  'not-found',
])

const moveOne = async (req: PayloadRequest, move: Together, { refuse, ...how }: How) => {
  const { id, person, start, end } = move
  const time = { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
  try {
    const body = { ...how, fieldworker: person, ...(move.isMoved && time) }
    return await assignVisit(req, { id, body })
  } catch (error) {
    const { code, message } = error as DomainError
    if (postgresCode(error) === '23P01') {
      throw refuse([staleVisit(move.visit, 'Its new time is taken.')])
    }
    if (!staleCodes.has(code)) throw error
    throw refuse([staleVisit(move.visit, message)])
  }
}

/** Locks what several moves touch; bookings first, as every command does. */
export const lockBookings = async (req: PayloadRequest, bookings: string[]): Promise<void> => {
  for (const booking of [...new Set(bookings)].toSorted()) await lockRow(req, 'bookings', booking)
}

/**
 * Carries out moves in the request's transaction through the commands that staff use; none is in
 * the way of another. The caller has locked the bookings. Answers the visits as they are then.
 * @throws {DomainError} what `refuse` makes of a move that is not possible; not-allowed
 */
export const moveTogether = async (
  req: PayloadRequest,
  moves: Together[],
  how: How,
): Promise<Applied> => {
  await lockFieldworkers(
    req,
    moves.flatMap(({ from, person }) => [from, person].filter((one) => one !== null)),
  )
  await writeOccupancies(req, { replace: { appointments: moves.map(({ id }) => id) }, rows: [] })
  const changed: string[] = []
  const bookings = new Set(moves.map(({ booking }) => booking))
  for (const move of moves.toSorted((a, b) => a.start - b.start)) {
    const { id, booking } = await moveOne(req, move, how)
    changed.push(id)
    bookings.add(typeof booking === 'string' ? booking : booking.id)
  }
  return { changed, bookings: [...bookings] }
}
