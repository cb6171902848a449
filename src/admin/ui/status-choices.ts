import { type BookingState, bookingStates } from '../../domain/bookings/booking-lifecycle.ts'

const labels: Record<BookingState, string> = {
  pending: 'Pending',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
  no_show: 'No-show',
  rescheduled: 'Rescheduled',
}

/** The statuses of bookings and visits, as the panel names them. */
export const statusChoices = bookingStates.map((value) => ({ value, label: labels[value] }))
