import type { Goal } from '../goal.ts'
import { boardMonth } from './board-month.ts'
import { bookingCreate } from './booking-create.ts'
import { bookingPage } from './booking-page.ts'
import { bookingRate } from './booking-rate.ts'
import { contested } from './contested.ts'
import { listPage } from './list-page.ts'
import { nearestPerson } from './nearest-person.ts'
import { peerCreate } from './peer-create.ts'
import { peerSlots } from './peer-slots.ts'
import { routeFieldDays } from './route-field-days.ts'
import { routeFirstPlan } from './route-first-plan.ts'
import { routeSolomon } from './route-solomon.ts'
import { slotEngine } from './slot-engine.ts'
import { slotSearch } from './slot-search.ts'

/** Every goal that is measured; those that fill the tables come after those that need them small. */
export const allGoals: Goal[] = [
  slotEngine,
  bookingCreate,
  peerCreate,
  bookingRate,
  contested,
  bookingPage,
  routeSolomon,
  routeFieldDays,
  routeFirstPlan,
  boardMonth,
  listPage,
  peerSlots,
  slotSearch,
  nearestPerson,
]
