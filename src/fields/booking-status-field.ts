import { bookingStates } from '../domain/bookings/booking-lifecycle.ts'
import { filledIn } from './filled-in.ts'
import { stateField } from './state-field.ts'

/** The six statuses of bookings and visits; changes pass the lifecycle (docs/lifecycles.md). */
export const bookingStatusField = filledIn(
  stateField({
    name: 'status',
    states: bookingStates,
    required: true,
    defaultValue: 'pending',
    index: true,
  }),
)
