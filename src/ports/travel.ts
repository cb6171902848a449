import type { Coordinates } from '../domain/scheduling/distance.ts'

/**
 * Real ways, asked for in the background alone: a search reckons with what is known already and
 * with the straight line for the rest.
 */
export type TravelPort = {
  /** Points of one question at most. */
  maximumPoints: number
  /** Minutes from each point to each, null where there is no way; null when it cannot say now. */
  minutesBetween(points: Coordinates[]): Promise<(number | null)[][] | null>
}
