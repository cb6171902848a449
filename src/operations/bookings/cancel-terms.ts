import type { BookingView } from '../../contracts/bookings/my-bookings.ts'
import { bookingEvents } from '../../domain/bookings/booking-events.ts'
import { cancelTerms as termsOf } from '../../domain/bookings/cancellation.ts'
import type { BookingCase } from '../../domain/bookings/facts.ts'

/** Whether the customer may cancel now, what it would cost, and until when it is free. */
export const cancelTerms = (known: BookingCase, currency: string): BookingView['cancel'] => {
  const closed = bookingEvents(known).closed.find(({ event }) => event === 'cancel')
  const { feeAmount, noticeHours, freeUntil } = termsOf(known.actor, known)
  return {
    allowed: !closed,
    reason: closed?.refusal.message ?? null,
    noticeHours,
    fee: feeAmount > 0 ? { amount: feeAmount, currency } : null,
    freeUntil,
  }
}
