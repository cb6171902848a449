import type { PayloadRequest } from 'payload'
import type { Actor } from '../../../access/actor.ts'
import { isLive } from '../../../domain/bookings/states.ts'
import { staffCancelTerms } from '../../../operations/bookings/staff-cancel-terms.ts'
import type { BookingView } from './booking-view.ts'
import type { CancelTerms } from './cancel-terms.ts'

/** What cancelling would cost, whether the fee may be waived, and who would be notified. */
export const loadCancelTerms = (args: {
  req: PayloadRequest
  actor: Actor
  booking: BookingView
}): Promise<CancelTerms> => {
  const { req, actor, booking } = args
  const people = booking.visits.filter(isLive).map(({ fieldworker }) => fieldworker?.name)
  const isCustomerNotified = booking.customer.email !== '' && !booking.paused.email
  return staffCancelTerms(req, {
    ...{ actor, booking, currency: booking.totals.currency },
    notified: [isCustomerNotified ? booking.customer.name : undefined, ...people],
  })
}
