import type { Interval } from '../intervals.ts'

/** Both ends belong to it: a visit may start at `open`, at `close` and between. */
export type StartWindow = { open: number; close: number }

/** Who can be sent. All times of a problem share one unit and origin. */
export type RouteWorker = {
  id: string
  /** The day starts and ends within it: travel from `home` and back included. */
  shift: Interval
  /** Time in which nobody drives or works; a journey goes on after it. Default: none. */
  breaks?: readonly Interval[]
  /** Index of the place the day starts from. Default: the first visit, free of travel. */
  from?: number
  /** Index of the place the day ends at. Default: the last visit, free of travel. */
  to?: number
  skills?: readonly string[]
  /** How much load fits. Default: any. */
  capacity?: number
}

/** One visit of one person. */
export type RouteVisit = {
  id: string
  /** Index of its place in the travel matrices. */
  place: number
  /** Above 0. */
  duration: number
  /** When it may start; one of them is enough. */
  windows: readonly StartWindow[]
  /** All of them are needed. Default: none. */
  skills?: readonly string[]
  /** Ids of the only workers who may do it. Default: everybody with the skills. */
  only?: readonly string[]
  /** What leaving it out counts, above 0. Default: 1. */
  priority?: number
  /** How much of a worker's capacity it takes. Default: 0. */
  load?: number
  /**
   * It stays with the one worker in `only` at the start of its first window, whatever the shift,
   * the breaks and the travel between two pinned visits say: what is promised stays.
   */
  pinned?: boolean
}

/** Square matrices, row by row: `duration[from * places + to]`. */
export type TravelMatrix = {
  places: number
  /** Time under way. */
  duration: Float64Array
  /** What the plan tries to keep low: the same time, or the distance. */
  cost: Float64Array
}

/**
 * A day's visits to be shared out and ordered. A plan leaves out as little priority as it
 * can, then travels as little as it can; nobody works beyond the shift.
 */
export type RouteProblem = {
  workers: readonly RouteWorker[]
  visits: readonly RouteVisit[]
  travel: TravelMatrix
}
