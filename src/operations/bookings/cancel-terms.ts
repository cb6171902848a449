import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import type { BookingView } from '../../contracts/bookings/my-bookings.ts'
import { cancellationFee } from '../../steps/bookings/cancellation-fee.ts'
import type { Booking } from '../../payload-types.ts'

const hourMs = 3_600_000

/** Whether the customer may cancel now, what it would cost, and until when it is free (CX-03…09). */
export const cancelTerms = async (
  req: PayloadRequest,
  booking: Booking,
): Promise<BookingView['cancel']> => {
  const portal = await req.payload.findGlobal({
    slug: 'portal-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const actor = await actorOf(req)
  const { feeAmount } = await cancellationFee(req, { actor, command: {}, booking, portal })
  const noticeHours = portal.cancelNoticeHours ?? null
  const start = booking.startsAt ? Date.parse(booking.startsAt) : null
  const freeUntil =
    noticeHours !== null && start !== null
      ? new Date(start - noticeHours * hourMs).toISOString()
      : null
  const isOpen = booking.status === 'pending' || booking.status === 'confirmed'
  const isAllowed = isOpen && portal.customersMayCancel !== false
  const whyNot = isOpen
    ? 'Bookings cannot be cancelled online. Please call us.'
    : 'This booking has ended, so there is nothing to cancel.'
  return {
    allowed: isAllowed,
    reason: isAllowed ? null : whyNot,
    noticeHours,
    fee: feeAmount > 0 ? { amount: feeAmount, currency: booking.totals?.currency ?? 'AUD' } : null,
    freeUntil,
  }
}
