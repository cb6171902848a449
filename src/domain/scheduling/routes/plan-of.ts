import type { RoutePlan, RouteStop, UnservedReason, WorkerRoute } from './route-plan.ts'
import type { RouteProblem, RouteVisit, RouteWorker } from './route-problem.ts'
import { createRouteState, fitsBetween, type RouteState } from './route-state.ts'
import { arrivalAt, departureFor } from './visit-timing.ts'

/** A state in words: who goes where, each visit as early as it can be, and what is left out. */
export const planOf = (input: { problem: RouteProblem; state: RouteState }): RoutePlan => {
  const { problem, state } = input
  const routes = problem.workers.map((worker, index) => routeOf(problem, state, { worker, index }))
  const empty = createRouteState(state.problem)
  const left = problem.visits.flatMap((visit, index) =>
    (state.routeOf[index] as number) < 0 ? [{ visit, index }] : [],
  )
  return {
    routes,
    unserved: left.map(({ visit, index }) => ({
      visit: visit.id,
      reason: reasonFor(empty, index),
    })),
    unservedPriority: left.reduce((sum, { visit }) => sum + (visit.priority ?? 1), 0),
    travel: routes.reduce((sum, route) => sum + route.travel, 0),
  }
}

const routeOf = (
  problem: RouteProblem,
  state: RouteState,
  { worker, index }: { worker: RouteWorker; index: number },
): WorkerRoute => {
  const { visits } = state.problem
  const travelled = (from: number | undefined, to: number | undefined, matrix: Float64Array) =>
    from === undefined || to === undefined
      ? 0
      : (matrix[from * problem.travel.places + to] as number)
  const { duration, cost } = problem.travel
  const stops: RouteStop[] = []
  let place = worker.from
  let depart = state.depart[visits + index] as number
  let travel = 0
  for (let at = state.next[visits + index] as number; at < visits; at = state.next[at] as number) {
    const visit = problem.visits[at] as RouteVisit
    const end = state.depart[at] as number
    const arrive = arrivalAt(state.problem, index, depart, travelled(place, visit.place, duration))
    stops.push({ visit: visit.id, arrive, start: end - visit.duration, end })
    travel += travelled(place, visit.place, cost)
    place = visit.place
    depart = end
  }
  const first = stops[0]
  if (!first) return { worker: worker.id, leave: depart, back: depart, travel: 0, stops }
  const way = travelled(
    worker.from,
    (problem.visits.find(({ id }) => id === first.visit) as RouteVisit).place,
    duration,
  )
  const leave = Math.max(worker.shift.start, departureFor(state.problem, index, first.start, way))
  first.arrive = arrivalAt(state.problem, index, leave, way)
  const back = arrivalAt(state.problem, index, depart, travelled(place, worker.to, duration))
  return {
    worker: worker.id,
    leave,
    back,
    travel: travel + travelled(place, worker.to, cost),
    stops,
  }
}

const reasonFor = (empty: RouteState, visit: number): UnservedReason => {
  const { mayAt, may, visits, load, capacity } = empty.problem
  const [first, last] = [mayAt[visit] as number, mayAt[visit + 1] as number]
  if (first === last) return 'nobody-eligible'
  for (let i = first; i < last; i += 1) {
    const worker = may[i] as number
    const isLoadable = (load[visit] as number) <= (capacity[worker] as number)
    if (isLoadable && fitsBetween(empty, worker, visit, visits + worker)) return 'no-room'
  }
  return 'outside-hours'
}
