import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import type { BookingView } from '../../contracts/bookings/my-bookings.ts'
import { whyNotRepeatable } from '../../domain/scheduling/customer-repeat.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking } from '../../payload-types.ts'
import { portalRepeats } from './portal-repeats.ts'
import { servicesOfBooking } from './services-of-booking.ts'

/** Whether the customer may repeat the booking now, or what series it belongs to. */
export const repeatTerms = async (
  req: PayloadRequest,
  booking: Booking,
): Promise<BookingView['repeat']> => {
  const id = idOf(booking.series)
  if (id) {
    const of = { req, depth: 0, overrideAccess: true, disableErrors: true } as const
    const series = await req.payload.findByID({ collection: 'series', id, ...of })
    return { allowed: false, reason: null, summary: series?.summary ?? null }
  }
  const isOpen = isLive(booking)
  if (!isOpen || !(await portalRepeats(req))) return { allowed: false, reason: null, summary: null }
  const reason = whyNotRepeatable(await servicesOfBooking(req, booking.id))
  return { allowed: reason === null, reason, summary: null }
}
