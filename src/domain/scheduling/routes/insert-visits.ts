import type { Random } from './random.ts'
import type { Ruin } from './remove-strings.ts'
import { fitsBetween, insertVisit, type RouteState } from './route-state.ts'
import { timeTolerance } from './visit-timing.ts'

/** Puts the visit where it costs least among all routes, or in the ruined ones only. */
export type InsertVisit = (visit: number, ruin?: Ruin) => boolean

/**
 * Greedy insertion with blinks (Christiaens & Vanden Berghe 2020): now and then the best place of
 * a route is overlooked. What is known of a visit in a route is remembered as long as the route
 * holds the same visits: its best place, or that it costs at least so much.
 */
export const createInserter = (input: {
  state: RouteState
  random: Random
  blink: number
}): InsertVisit => {
  const { state, random } = input
  const { problem, version, length } = state
  const { workers, kind, may, mayAt, mayBe } = problem
  const size = problem.visits * workers
  const knownVersion = new Int32Array(size).fill(-1)
  const knownBefore = new Int32Array(size)
  const knownExtra = new Float64Array(size)
  const scale = input.blink > 0 ? 1 / Math.log(1 - input.blink) : 0
  const pause = () => (scale ? Math.min(1e9, Math.log(1 - random.unit()) * scale) : 1e9) | 0
  const tried = new Int32Array(2 * workers + 1)
  const unknown = new Int32Array(workers)
  const found = createFound()
  let turn = 0
  let untilBlink = pause()

  return (visit, ruin) => {
    turn += 1
    const routes = ruin ? ruin.routes : may
    const first = ruin ? 0 : (mayAt[visit] as number)
    const last = ruin ? ruin.routeCount : (mayAt[visit + 1] as number)
    const row = visit * workers
    let unknowns = 0
    let best = Infinity
    let bestBefore = -1
    let bestRoute = -1
    // What is known bounds what has to be looked at.
    for (let i = first; i < last; i += 1) {
      const route = routes[i] as number
      const entry = row + route
      if (knownVersion[entry] !== version[route]) {
        if (length[route] === 0) {
          const own = kind[route] as number
          if (tried[own] === turn) continue
          tried[own] = turn
        }
        if (ruin && !mayBe[entry]) continue
        unknown[unknowns] = route
        unknowns += 1
        continue
      }
      const extra = knownExtra[entry] as number
      if (extra >= best) continue
      const before = knownBefore[entry] as number
      if (before < 0) {
        unknown[unknowns] = route
        unknowns += 1
        continue
      }
      untilBlink -= 1
      if (untilBlink < 0) {
        untilBlink = pause()
        continue
      }
      best = extra
      bestBefore = before
      bestRoute = route
    }
    for (let i = 0; i < unknowns; i += 1) {
      const route = unknown[i] as number
      const entry = row + route
      if (knownVersion[entry] === version[route] && (knownExtra[entry] as number) >= best) continue
      look(state, route, visit, best, found)
      knownVersion[entry] = version[route] as number
      knownBefore[entry] = found.before
      knownExtra[entry] = found.extra[0] as number
      if (found.before < 0) continue
      untilBlink -= 1
      if (untilBlink < 0) {
        untilBlink = pause()
        continue
      }
      best = found.extra[0] as number
      bestBefore = found.before
      bestRoute = route
    }
    if (bestBefore < 0) return false
    insertVisit(state, bestRoute, visit, bestBefore)
    return true
  }
}

type Found = { before: number; extra: Float64Array }

const createFound = (): Found => ({ before: -1, extra: new Float64Array(1) })

/**
 * Finds the node behind which the visit costs least and less than `limit`: `before`, −1 for none;
 * `extra` becomes the cost, or what it costs at the least: Infinity for a full van.
 */
const look = (
  state: RouteState,
  route: number,
  visit: number,
  limit: number,
  found: Found,
): void => {
  const { load, capacity, visits } = state.problem
  found.before = -1
  found.extra[0] = Infinity
  if ((state.load[route] as number) + (load[visit] as number) > (capacity[route] as number)) return
  found.extra[0] = limit
  if (state.isSlow[visit] || state.isSlow[visits + route]) lookSlowly(state, route, visit, found)
  else lookQuickly(state, route, visit, found)
}

const lookQuickly = (state: RouteState, route: number, visit: number, found: Found): void => {
  const { next, depart, latest, leg, problem } = state
  const { nodes, visits, cost, costInto, duration, durationInto } = problem
  const row = visit * nodes
  const open = problem.open[visit] as number
  const close = (problem.close[visit] as number) + timeTolerance
  const service = (problem.service[visit] as number) - timeTolerance
  let best = found.extra[0] as number
  let bestBefore = -1
  for (let node = visits + route, after = 0; ; node = after) {
    const leave = depart[node] as number
    if (leave > close) break
    after = next[node] as number
    const extra =
      (costInto[row + node] as number) + (cost[row + after] as number) - (leg[node] as number)
    if (extra < best) {
      const arrive = leave + (durationInto[row + node] as number)
      const on = (arrive > open ? arrive : open) + service + (duration[row + after] as number)
      if (arrive <= close && on <= (latest[after] as number)) {
        best = extra
        bestBefore = node
      }
    }
    if (after >= visits) break
  }
  found.before = bestBefore
  found.extra[0] = best
}

const lookSlowly = (state: RouteState, route: number, visit: number, found: Found): void => {
  const { next, leg, problem } = state
  const { cost, costInto, visits } = problem
  const row = visit * problem.nodes
  const close = (problem.close[visit] as number) + timeTolerance
  let best = found.extra[0] as number
  let bestBefore = -1
  for (let node = visits + route, after = 0; ; node = after) {
    if ((state.depart[node] as number) > close) break
    after = next[node] as number
    const extra =
      (costInto[row + node] as number) + (cost[row + after] as number) - (leg[node] as number)
    if (extra < best && fitsBetween(state, route, visit, node)) {
      best = extra
      bestBefore = node
    }
    if (after >= visits) break
  }
  found.before = bestBefore
  found.extra[0] = best
}
