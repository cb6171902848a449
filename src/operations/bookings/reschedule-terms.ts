import type { PayloadRequest } from 'payload'
import type { BookingView } from '../../contracts/bookings/my-bookings.ts'
import type { Booking } from '../../payload-types.ts'

const hourMs = 3_600_000

/** Whether the customer may move the booking now, and until how long before it starts (RS-09). */
export const rescheduleTerms = async (
  req: PayloadRequest,
  booking: Booking,
): Promise<BookingView['reschedule']> => {
  const portal = await req.payload.findGlobal({
    slug: 'portal-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const noticeHours = portal.rescheduleNoticeHours ?? null
  const isOpen = booking.status === 'pending' || booking.status === 'confirmed'
  if (!isOpen || portal.customersMayReschedule !== true) {
    return { allowed: false, reason: null, noticeHours }
  }
  const start = booking.startsAt ? Date.parse(booking.startsAt) : Number.POSITIVE_INFINITY
  if (start - Date.now() < (noticeHours ?? 0) * hourMs) {
    const reason = `Bookings can be moved online until ${noticeHours ?? 0} hours before they start. Please call us.`
    return { allowed: false, reason, noticeHours }
  }
  return { allowed: true, reason: null, noticeHours }
}
