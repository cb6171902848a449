import type { BookingView } from '../../contracts/bookings/my-bookings.ts'
import { bookingEvents } from '../../domain/bookings/booking-events.ts'
import type { BookingCase } from '../../domain/bookings/facts.ts'
import { isLive, moveVerbOf } from '../../domain/bookings/states.ts'

/** Whether the customer may move the booking now; why not is said while it is still to take place. */
export const rescheduleTerms = (known: BookingCase): BookingView['reschedule'] => {
  const { booking, rules } = known
  const event = moveVerbOf(booking)
  const closed = bookingEvents(known).closed.find((one) => one.event === event)
  const isSaid = closed && isLive(booking) && closed.refusal.code !== 'feature-off'
  return {
    allowed: !closed,
    reason: isSaid ? closed.refusal.message : null,
    noticeHours: rules.rescheduleNoticeHours ?? null,
  }
}
