import { type SQL, sql } from 'drizzle-orm'
import {
  doneStatuses,
  droppedStatuses,
  heldAcceptances,
  liveStatuses,
} from '../../domain/bookings/states.ts'

/** States as a list in SQL, such as `('pending', 'confirmed')`. */
export const textOf = (states: readonly string[]): string =>
  `(${states.map((state) => `'${state}'`).join(', ')})`

// Written out rather than passed as values, so that partial indexes on the same states are used.
const listOf = (states: readonly string[]): SQL => sql.raw(textOf(states))

/** The statuses of what is still to take place, as `status in ${liveList}`. */
export const liveList = listOf(liveStatuses)

/** The statuses of what was completed or missed. */
export const doneList = listOf(doneStatuses)

/** The statuses of what gave its time back, as `status not in ${droppedList}`. */
export const droppedList = listOf(droppedStatuses)

/** The answers with which somebody has a visit, as `acceptance in ${heldList}`. */
export const heldList = listOf(heldAcceptances)
