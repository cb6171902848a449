import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockBookingOf } from '../../database/locks.ts'
import { idOf } from '../../domain/id-of.ts'
import { updateOffer } from '../../steps/bookings/offers.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'
import { offerFor } from './offer-for.ts'

/**
 * Alerts the office, once, that an offer is unanswered for too long; the offer stays open. False when
 * there is nothing to do any more.
 */
export const escalateOffer = (req: PayloadRequest, id: string): Promise<boolean> =>
  inTransaction(req, async () => {
    await lockBookingOf(req, 'assignment-offers', id)
    const offer = await offerFor(req, id)
    if (!offer || offer.state !== 'pending' || offer.escalatedAt) return false
    await updateOffer(req, id, { escalatedAt: new Date().toISOString() })
    const appointment = idOf(offer.appointment) ?? ''
    await announceBooking(req, {
      effect: 'offer-escalated',
      bookingId: idOf(offer.booking) ?? '',
      appointmentIds: [appointment],
      formerly: [{ appointment, fieldworker: idOf(offer.fieldworker) ?? '' }],
    })
    return true
  })
