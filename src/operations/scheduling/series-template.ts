import { isOffice } from '../../domain/bookings/office.ts'
import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import type { Appointment, Booking, BookingLine } from '../../payload-types.ts'
import { portalRepeats } from './portal-repeats.ts'
import { linesOfBooking } from './lines-of-booking.ts'

export type SeriesTemplate = {
  /** A customer repeats at the catalogue's prices, the office at those of the booking. */
  by: 'office' | 'own'
  booking: Booking
  lines: BookingLine[]
  /** Those that are still ahead or under way, in order of time. */
  visits: Appointment[]
  timezone: string
}

const refuse = (code: RefusalCode, message: string) =>
  new DomainError(code, message, { field: 'booking' })

/** Whether somebody repeats a booking of their own, or the office one of its customers'. */
const repeaterOf = async (req: PayloadRequest): Promise<'office' | 'own'> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw refuse('not-signed-in', 'Sign in first.')
  if (actor.kind === 'customer') {
    if (await portalRepeats(req)) return 'own'
    throw refuse('feature-off', 'Repeating visits cannot be booked online. Please call us.')
  }
  if (isOffice(actor) && may(actor, 'booking.create')) return 'office'
  throw refuse('not-allowed', 'You may not make bookings.')
}

/**
 * The booking that a series repeats, as its caller may see it.
 * @throws {DomainError} not-found, not-allowed, feature-off, transition-refused
 */
export const seriesTemplate = async (req: PayloadRequest, id: string): Promise<SeriesTemplate> => {
  const by = await repeaterOf(req)
  const booking = await req.payload.findByID({
    collection: 'bookings',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (!booking) throw refuse('not-found', 'There is no such booking.')
  if (!isLive(booking)) {
    throw refuse('transition-refused', 'The booking has ended; repeat one that is open.')
  }
  if (booking.series) {
    throw refuse('transition-refused', 'The booking is part of a series already.')
  }
  const visits = (await visitsOf(req, id)).filter(isLive)
  if (visits.length === 0) throw refuse('transition-refused', 'The booking has no visits.')
  const lines = await linesOfBooking(req, id)
  return { by, booking, lines, visits, timezone: booking.timezone ?? 'UTC' }
}
