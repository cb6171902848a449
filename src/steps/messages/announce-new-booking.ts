import type { PayloadRequest } from 'payload'
import { announceEffects } from './announce-booking.ts'

/** Whether somebody has the visit without having been asked, and it will take place. */
const isCertain = ({ acceptance, status }: { acceptance: string | null; status: string }) =>
  acceptance === 'not_required' && status === 'confirmed'

/** Tells a fieldworker about a visit that is theirs without an offer. */
export const assignedVisits = { effect: 'visit-assigned', concerns: isCertain } as const

/** Tells whom it concerns that there is a new booking. */
export const announceNewBooking = (
  req: PayloadRequest,
  { id, status }: { id: string; status: unknown },
): Promise<void> =>
  announceEffects(req, {
    bookingId: id,
    effects: [
      { effect: status === 'confirmed' ? 'booking-confirmed' : 'booking-pending' },
      { effect: 'visit-offered', concerns: ({ acceptance }) => acceptance === 'pending' },
      assignedVisits,
    ],
  })
