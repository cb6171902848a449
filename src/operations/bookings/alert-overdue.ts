import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { overdueBookings } from '../../database/bookings/due-offers.ts'
import { announceBooking } from '../../steps/messages/announce-booking.ts'

/** Alerts the office, once, that a booking began before it was confirmed. */
export const alertOverdue = (
  req: PayloadRequest,
  { id, now }: { id: string; now: number },
): Promise<boolean> =>
  inTransaction(req, async () => {
    await lockRow(req, 'bookings', id)
    if (!(await overdueBookings(req, now)).includes(id)) return false
    await announceBooking(req, { effect: 'booking-overdue', bookingId: id })
    return true
  })
