import type { CompiledProblem } from './compile-problem.ts'
import {
  arrivalAt,
  departureFor,
  earliestStart,
  latestStart,
  timeTolerance,
} from './visit-timing.ts'

/**
 * A solution as linked lists over the nodes of a compiled problem, with what makes an insertion
 * check O(1): when each node is left at the earliest and must be reached at the latest.
 */
export type RouteState = {
  problem: CompiledProblem
  /** Whether a worker's day has breaks, or a visit several windows: the slower checks apply. */
  isSlow: Uint8Array
  whole: Int32Array
  parts: Float64Array
  next: Int32Array
  prev: Int32Array
  /** Worker of each visit, −1 for nobody. */
  routeOf: Int32Array
  /** Visits in each worker's day. */
  length: Int32Array
  /** Names what each worker's day holds: the same number, the same visits in the same order. */
  version: Int32Array
  /** The last number given to a version; never goes back. */
  versions: Int32Array
  depart: Float64Array
  latest: Float64Array
  /** Cost of the leg that leaves a node. */
  leg: Float64Array
  load: Float64Array
  /** Cost of all legs: kept up to date by insert and remove. */
  total: Float64Array
}

/** Everybody's day empty. */
export const createRouteState = (problem: CompiledProblem): RouteState => {
  const { nodes, visits, workers } = problem
  const whole = new Int32Array(2 * nodes + visits + 2 * workers)
  const parts = new Float64Array(3 * nodes + workers + 2)
  const state: RouteState = {
    problem,
    isSlow: slowNodes(problem),
    whole,
    parts,
    next: whole.subarray(0, nodes),
    prev: whole.subarray(nodes, 2 * nodes),
    routeOf: whole.subarray(2 * nodes, 2 * nodes + visits).fill(-1),
    length: whole.subarray(2 * nodes + visits, 2 * nodes + visits + workers),
    version: whole.subarray(2 * nodes + visits + workers),
    versions: new Int32Array(1),
    depart: parts.subarray(0, nodes),
    latest: parts.subarray(nodes, 2 * nodes),
    leg: parts.subarray(2 * nodes, 3 * nodes),
    load: parts.subarray(3 * nodes, 3 * nodes + workers),
    total: parts.subarray(3 * nodes + workers),
  }
  for (let worker = 0; worker < workers; worker += 1) {
    const [start, end] = [visits + worker, visits + workers + worker]
    state.next[start] = end
    state.prev[end] = start
    state.depart[start] = problem.shiftStart[worker] as number
    state.latest[end] = problem.shiftEnd[worker] as number
    state.latest[start] = Infinity
    state.leg[start] = problem.cost[start * nodes + end] as number
  }
  return state
}

/** Makes `to` equal `from`, both of the same problem. */
export const copyState = (from: RouteState, to: RouteState): void => {
  to.whole.set(from.whole)
  to.parts.set(from.parts)
}

const slowNodes = (problem: CompiledProblem): Uint8Array => {
  const slow = new Uint8Array(problem.nodes)
  for (let visit = 0; visit < problem.visits; visit += 1) {
    const windows = (problem.windowAt[visit + 1] as number) - (problem.windowAt[visit] as number)
    if (windows !== 1) slow[visit] = 1
  }
  for (let worker = 0; worker < problem.workers; worker += 1) {
    if (problem.breakAt[worker + 1] !== problem.breakAt[worker]) slow[problem.visits + worker] = 1
  }
  return slow
}

/** When `visit` is left if the one before it, `before`, is left at `depart`. */
const leaveAt = (state: RouteState, worker: number, visit: number, before: number): number => {
  const { problem, depart } = state
  const travel = problem.durationInto[visit * problem.nodes + before] as number
  const from = depart[before] as number
  if (state.isSlow[visit] || state.isSlow[problem.visits + worker]) {
    const arrive = arrivalAt(problem, worker, from, travel)
    return earliestStart(problem, worker, visit, arrive) + (problem.service[visit] as number)
  }
  const arrive = from + travel
  const open = problem.open[visit] as number
  return (arrive > open ? arrive : open) + (problem.service[visit] as number)
}

/** The latest arrival at `visit` for which the rest of the day after it still works out. */
const latestAt = (state: RouteState, worker: number, visit: number, after: number): number => {
  const { problem } = state
  const travel = problem.duration[visit * problem.nodes + after] as number
  const by = state.latest[after] as number
  const service = problem.service[visit] as number
  if (state.isSlow[visit] || state.isSlow[problem.visits + worker]) {
    return latestStart(problem, worker, visit, departureFor(problem, worker, by, travel) - service)
  }
  const start = by - travel - service
  const close = problem.close[visit] as number
  return start < close ? start : close
}

/** Times after `node` follow; stops where nothing changes. */
const pushForward = (state: RouteState, worker: number, node: number): void => {
  const { next, depart, problem } = state
  for (let at = node; at < problem.visits; at = next[at] as number) {
    const leave = leaveAt(state, worker, at, state.prev[at] as number)
    if (leave === depart[at]) return
    depart[at] = leave
  }
}

const pushBack = (state: RouteState, worker: number, node: number): void => {
  const { prev, latest, problem } = state
  for (let at = node; at < problem.visits; at = prev[at] as number) {
    const by = latestAt(state, worker, at, state.next[at] as number)
    if (by === latest[at]) return
    latest[at] = by
  }
}

/** Puts a visit that nobody has behind `before` in `worker`'s day; the caller checked that it fits. */
export const insertVisit = (
  state: RouteState,
  worker: number,
  visit: number,
  before: number,
): void => {
  const { next, prev, leg, problem, total } = state
  const { nodes, cost } = problem
  const after = next[before] as number
  const into = cost[before * nodes + visit] as number
  const out = cost[visit * nodes + after] as number
  total[0] = (total[0] as number) + into + out - (leg[before] as number)
  leg[before] = into
  leg[visit] = out
  next[before] = visit
  prev[visit] = before
  next[visit] = after
  prev[after] = visit
  state.routeOf[visit] = worker
  state.length[worker] = (state.length[worker] as number) + 1
  state.load[worker] = (state.load[worker] as number) + (problem.load[visit] as number)
  renew(state, worker)
  state.depart[visit] = NaN
  state.latest[visit] = NaN
  pushForward(state, worker, visit)
  pushBack(state, worker, visit)
}

/** Takes a visit out of its worker's day; the day's times are right again after `settleRoute`. */
export const unlinkVisit = (state: RouteState, worker: number, visit: number): void => {
  const { next, prev, leg, problem, total } = state
  const [before, after] = [prev[visit] as number, next[visit] as number]
  const direct = problem.cost[before * problem.nodes + after] as number
  total[0] = (total[0] as number) + direct - (leg[before] as number) - (leg[visit] as number)
  leg[before] = direct
  next[before] = after
  prev[after] = before
  state.routeOf[visit] = -1
  const length = (state.length[worker] as number) - 1
  state.length[worker] = length
  // An empty van is empty, whatever the digits lost on the way say.
  state.load[worker] =
    length === 0 ? 0 : (state.load[worker] as number) - (problem.load[visit] as number)
}

const renew = (state: RouteState, worker: number): void => {
  const version = (state.versions[0] as number) + 1
  state.versions[0] = version
  state.version[worker] = version
}

/**
 * Works the times of one day out anew and says whether it still works out. Taking a visit away may
 * lengthen a day: the way past a place that nobody knows counts nothing, and buffers are no ways.
 */
export const settleRoute = (state: RouteState, worker: number): boolean => {
  renew(state, worker)
  const { next, prev, depart, latest, problem } = state
  const start = problem.visits + worker
  for (let at = next[start] as number; at < problem.visits; at = next[at] as number) {
    depart[at] = leaveAt(state, worker, at, prev[at] as number)
  }
  const end = problem.visits + problem.workers + worker
  let isInTime = true
  for (let at = prev[end] as number; at < problem.visits; at = prev[at] as number) {
    const by = latestAt(state, worker, at, next[at] as number)
    latest[at] = by
    const starts = (depart[at] as number) - (problem.service[at] as number)
    if (!(starts <= by + timeTolerance)) isInTime = false
  }
  return isInTime
}

/**
 * Whether `visit` fits between `before` and the node after it. Breaks and windows included; load
 * and permission are the caller's.
 */
export const fitsBetween = (
  state: RouteState,
  worker: number,
  visit: number,
  before: number,
): boolean => {
  const { problem } = state
  const after = state.next[before] as number
  const leave = leaveAt(state, worker, visit, before)
  if (leave - (problem.service[visit] as number) > (problem.close[visit] as number) + timeTolerance)
    return false
  const travel = problem.duration[visit * problem.nodes + after] as number
  const arrive = state.isSlow[problem.visits + worker]
    ? arrivalAt(problem, worker, leave, travel)
    : leave + travel
  return arrive <= (state.latest[after] as number) + timeTolerance
}
