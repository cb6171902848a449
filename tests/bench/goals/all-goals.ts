import type { Goal } from '../goal.ts'
import { boardMonth } from './board-month.ts'
import { bookingCreate } from './booking-create.ts'
import { bookingRate } from './booking-rate.ts'
import { listPage } from './list-page.ts'
import { routeFieldDays } from './route-field-days.ts'
import { routeFirstPlan } from './route-first-plan.ts'
import { routeSolomon } from './route-solomon.ts'

/** Every goal that is measured. */
export const allGoals: Goal[] = [
  bookingCreate,
  bookingRate,
  routeSolomon,
  routeFieldDays,
  routeFirstPlan,
  boardMonth,
  listPage,
]
