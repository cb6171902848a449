import type { Random } from './random.ts'
import { type RouteState, settleRoute, unlinkVisit } from './route-state.ts'
import type { SearchSettings } from './search-settings.ts'

/** What one ruin took out, and which routes it opened; reused from one iteration to the next. */
export type Ruin = { visits: Int32Array; count: number; routes: Int32Array; routeCount: number }

export const createRuin = ({ visits, workers }: { visits: number; workers: number }): Ruin => ({
  visits: new Int32Array(visits),
  count: 0,
  routes: new Int32Array(workers),
  routeCount: 0,
})

/**
 * Takes strings of neighbouring visits out of neighbouring routes, around one visit chosen by
 * chance (adjacent string removal). Pinned visits stay. False where a day no longer works out
 * without them.
 */
export const removeStrings = (input: {
  state: RouteState
  ruin: Ruin
  random: Random
  settings: SearchSettings
}): boolean => {
  const { state, ruin, random, settings } = input
  const { visits, near, pinned } = state.problem
  ruin.count = 0
  ruin.routeCount = 0
  const longest = Math.max(1, Math.min(settings.longestString, meanLength(state)))
  const most = (4 * settings.averageRemoved) / (1 + longest) - 1
  const strings = Math.floor(random.unit() * most + 1)
  const seed = random.below(visits)
  const row = seed * visits
  let isInTime = true
  for (let i = 0; i < visits && ruin.routeCount < strings; i += 1) {
    const visit = near[row + i] as number
    const route = state.routeOf[visit] as number
    if (route < 0 || pinned[visit] || isOpened(ruin, route)) continue
    const length = state.length[route] as number
    const most = Math.min(length, longest)
    const cut = Math.floor(random.unit() * most + 1)
    const kept =
      cut > 1 && cut < length && random.unit() < settings.splitChance
        ? keep(input, length - cut)
        : 0
    removeString(state, ruin, { visit, route, cut: cut + kept, kept, random })
    ruin.routes[ruin.routeCount] = route
    ruin.routeCount += 1
    if (!settleRoute(state, route)) isInTime = false
  }
  return isInTime
}

const keep = (
  { random, settings }: { random: Random; settings: SearchSettings },
  most: number,
): number => {
  let kept = 1
  while (kept < most && random.unit() < settings.splitGrowth) kept += 1
  return kept
}

const meanLength = ({ length }: RouteState): number => {
  let [served, used] = [0, 0]
  for (let worker = 0; worker < length.length; worker += 1) {
    const own = length[worker] as number
    served += own
    if (own > 0) used += 1
  }
  return used ? served / used : 1
}

const isOpened = (ruin: Ruin, route: number): boolean => {
  for (let i = 0; i < ruin.routeCount; i += 1) if (ruin.routes[i] === route) return true
  return false
}

/** Takes `cut` neighbours of `visit`, itself among them, but for `kept` of them in the middle. */
const removeString = (
  state: RouteState,
  ruin: Ruin,
  input: { visit: number; route: number; cut: number; kept: number; random: Random },
): void => {
  const { visit, route, cut, kept, random } = input
  const { prev, next } = state
  const { visits, pinned } = state.problem
  let before = 0
  for (let at = prev[visit] as number; at < visits && before < cut - 1; at = prev[at] as number)
    before += 1
  let after = 0
  for (let at = next[visit] as number; at < visits && after < cut - 1; at = next[at] as number)
    after += 1
  const least = Math.max(0, cut - 1 - after)
  const back = least + random.below(before - least + 1)
  let at = visit
  for (let i = 0; i < back; i += 1) at = prev[at] as number
  const keepFrom = kept ? 1 + random.below(cut - kept - 1) : cut
  for (let i = 0; i < cut && at < visits; i += 1) {
    const following = next[at] as number
    if (!pinned[at] && (i < keepFrom || i >= keepFrom + kept)) {
      unlinkVisit(state, route, at)
      ruin.visits[ruin.count] = at
      ruin.count += 1
    }
    at = following
  }
}
