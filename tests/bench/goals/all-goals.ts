import type { Goal } from '../goal.ts'
import { bookingCreate } from './booking-create.ts'
import { bookingRate } from './booking-rate.ts'

/** Every goal that is measured, in the order of PERFORMANCE. */
export const allGoals: Goal[] = [bookingCreate, bookingRate]
