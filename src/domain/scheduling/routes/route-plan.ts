/** A visit in somebody's day; `arrive` is when the journey to it ends. */
export type RouteStop = { visit: string; arrive: number; start: number; end: number }

/** One person's day in order; `leave` and `back` are the ends of the whole journey. */
export type WorkerRoute = {
  worker: string
  leave: number
  back: number
  travel: number
  stops: RouteStop[]
}

/** Why a visit is in nobody's day: nobody may do it, nobody could even alone, or no room is left. */
export type UnservedReason = 'nobody-eligible' | 'outside-hours' | 'no-room'

export type UnservedVisit = { visit: string; reason: UnservedReason }

/** Everybody's day, also the empty ones, and what does not fit. */
export type RoutePlan = {
  routes: WorkerRoute[]
  unserved: UnservedVisit[]
  /** Sum of the priorities left out. */
  unservedPriority: number
  /** Sum of the matrix's costs along all routes. */
  travel: number
}
