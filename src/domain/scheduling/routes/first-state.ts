import { createInserter } from './insert-visits.ts'
import type { Random } from './random.ts'
import type { RouteProblem } from './route-problem.ts'
import { fitsBetween, insertVisit, type RouteState } from './route-state.ts'

/**
 * Fills an empty state: pinned visits, then the days as they are as far as they work out, then
 * everything else where it costs least, what counts most and has the narrowest windows first.
 */
export const firstState = (input: {
  state: RouteState
  problem: RouteProblem
  current?: ReadonlyMap<string, readonly string[]> | undefined
  random: Random
}): void => {
  const { state, problem, current, random } = input
  const compiled = state.problem
  const indexOf = new Map(problem.visits.map((visit, index) => [visit.id, index]))
  const byOpening = problem.visits
    .map((_, visit) => visit)
    .toSorted((a, b) => (compiled.open[a] as number) - (compiled.open[b] as number))
  for (const visit of byOpening) {
    const worker = compiled.may[compiled.mayAt[visit] as number]
    if (compiled.pinned[visit] && worker !== undefined) append(state, worker, visit)
  }
  problem.workers.forEach(({ id }, worker) => {
    for (const name of current?.get(id) ?? []) {
      const visit = indexOf.get(name)
      if (visit === undefined || (state.routeOf[visit] as number) >= 0) continue
      if (compiled.mayBe[visit * compiled.workers + worker]) append(state, worker, visit)
    }
  })
  const insert = createInserter({ state, random, blink: 0 })
  const width = (visit: number) =>
    (compiled.close[visit] as number) - (compiled.open[visit] as number)
  const rest = byOpening
    .filter((visit) => (state.routeOf[visit] as number) < 0 && !compiled.pinned[visit])
    .toSorted(
      (a, b) =>
        (compiled.weight[b] as number) - (compiled.weight[a] as number) || width(a) - width(b),
    )
  for (const visit of rest) insert(visit)
}

/** Puts a visit as late in the day as it fits; leaves it out where it fits nowhere. */
const append = (state: RouteState, worker: number, visit: number): void => {
  const { visits, workers, load, capacity } = state.problem
  if ((state.load[worker] as number) + (load[visit] as number) > (capacity[worker] as number))
    return
  const start = visits + worker
  for (
    let node = state.prev[visits + workers + worker] as number;
    ;
    node = state.prev[node] as number
  ) {
    if (fitsBetween(state, worker, visit, node)) {
      insertVisit(state, worker, visit, node)
      return
    }
    if (node === start) return
  }
}
