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
  const { visits, nodes } = problem
  const size = visits * workers
  const knownVersion = new Int32Array(size).fill(-1)
  const knownBefore = new Int32Array(size)
  const knownExtra = new Float64Array(size)
  const scale = input.blink > 0 ? 1 / Math.log(1 - input.blink) : 0
  const pause = () => (scale ? Math.min(1e9, Math.log(1 - random.unit()) * scale) : 1e9) | 0
  const tried = new Int32Array(2 * workers + 1)
  const unknown = new Int32Array(workers)
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
    const at = visit * nodes
    const open = problem.open[visit] as number
    const close = (problem.close[visit] as number) + timeTolerance
    const service = (problem.service[visit] as number) - timeTolerance
    const need = problem.load[visit] as number
    const isSlowVisit = state.isSlow[visit]
    const next = state.next
    const depart = state.depart
    const latest = state.latest
    const leg = state.leg
    const cost = problem.cost
    const costInto = problem.costInto
    const duration = problem.duration
    const durationInto = problem.durationInto
    for (let i = 0; i < unknowns; i += 1) {
      const route = unknown[i] as number
      const entry = row + route
      if (knownVersion[entry] === version[route] && (knownExtra[entry] as number) >= best) continue
      let limit = best
      let before = -1
      const isSlow = isSlowVisit || state.isSlow[visits + route]
      if ((state.load[route] as number) + need > (problem.capacity[route] as number)) {
        limit = Infinity
      } else {
        for (let node = visits + route, after = 0; ; node = after) {
          const leave = depart[node] as number
          if (leave > close) break
          after = next[node] as number
          const extra =
            (costInto[at + node] as number) + (cost[at + after] as number) - (leg[node] as number)
          if (extra < limit) {
            // Breaks and gaps between windows only delay: what is late without them is too late.
            const arrive = leave + (durationInto[at + node] as number)
            const on = (arrive > open ? arrive : open) + service + (duration[at + after] as number)
            if (
              arrive <= close &&
              on <= (latest[after] as number) &&
              (!isSlow || fitsBetween(state, route, visit, node))
            ) {
              limit = extra
              before = node
            }
          }
          if (after >= visits) break
        }
      }
      knownVersion[entry] = version[route] as number
      knownBefore[entry] = before
      knownExtra[entry] = limit
      if (before < 0) continue
      untilBlink -= 1
      if (untilBlink < 0) {
        untilBlink = pause()
        continue
      }
      best = limit
      bestBefore = before
      bestRoute = route
    }
    if (bestBefore < 0) return false
    insertVisit(state, bestRoute, visit, bestBefore)
    return true
  }
}
