import type { PayloadRequest } from 'payload'
import { announceBooking } from './announce-booking.ts'

/** Tells the customer once that their booking has visits that it had not, or no longer has. */
export const announceVisits = async (
  req: PayloadRequest,
  { booking, visits }: { booking: string; visits: string[] },
): Promise<void> => {
  if (visits.length === 0) return
  await announceBooking(req, {
    effect: 'booking-changed',
    bookingId: booking,
    appointmentIds: visits,
  })
}
