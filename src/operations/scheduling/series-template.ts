import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { whyNotAct, whyNotRepeat } from '../../domain/bookings/record-acts.ts'
import { DomainError, errorOf } from '../../domain/domain-error.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { bookingIn, visitIn } from '../../steps/bookings/booking-case.ts'
import { visitsOf } from '../../steps/bookings/visits-of.ts'
import type { Appointment, Booking, BookingLine } from '../../payload-types.ts'
import { portalRepeats } from './portal-repeats.ts'
import { linesOf } from '../../steps/bookings/lines-of.ts'

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

/**
 * The booking that a series repeats, as its caller may see it.
 * @throws {DomainError} not-found, not-allowed, feature-off, transition-refused
 */
export const seriesTemplate = async (req: PayloadRequest, id: string): Promise<SeriesTemplate> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw refuse('not-signed-in', 'Sign in first.')
  const customersMayRepeat = await portalRepeats(req)
  const closed = whyNotRepeat({ actor, customersMayRepeat })
  if (closed) throw errorOf({ ...closed, field: 'booking' })
  const by = actor.kind === 'customer' ? 'own' : 'office'
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
  const visits = (await visitsOf(req, id)).filter(isLive)
  const known = { actor, booking: bookingIn(booking), visits: visits.map(visitIn) }
  const refusal = whyNotAct('repeat', { ...known, customersMayRepeat })
  if (refusal) throw errorOf({ ...refusal, field: 'booking' })
  const lines = await linesOf(req, id)
  return { by, booking, lines, visits, timezone: booking.timezone ?? 'UTC' }
}
