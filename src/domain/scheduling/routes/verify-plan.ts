import { type Interval, overlaps, subtract } from '../intervals.ts'
import type { RoutePlan, RouteStop, WorkerRoute } from './route-plan.ts'
import type { RouteProblem, RouteVisit, RouteWorker } from './route-problem.ts'

/** What sums of fractional times may differ by when they are added up in another order. */
const tolerance = 1e-6

/**
 * Everything that is wrong with a plan, in words; empty for a right one. It works from the problem
 * alone and shares nothing with the search, so that neither can hide the other's mistake.
 */
export const verifyPlan = (problem: RouteProblem, plan: RoutePlan): string[] => [
  ...faultsOfVisits(problem, plan),
  ...plan.routes.flatMap((route) => faultsOfRoute(problem, route)),
  ...faultsOfSums(problem, plan),
]

const faultsOfVisits = (problem: RouteProblem, plan: RoutePlan): string[] => {
  const seen = [
    ...plan.routes.flatMap((route) => route.stops.map((stop) => stop.visit)),
    ...plan.unserved.map((left) => left.visit),
  ]
  const times = new Map<string, number>()
  for (const id of seen) times.set(id, (times.get(id) ?? 0) + 1)
  const known = new Set(problem.visits.map((visit) => visit.id))
  return [
    ...problem.visits.flatMap(({ id }) => {
      const count = times.get(id) ?? 0
      return count === 1 ? [] : [`Visit ${id} is in the plan ${count} times.`]
    }),
    ...seen.filter((id) => !known.has(id)).map((id) => `Visit ${id} is not in the problem.`),
  ]
}

const faultsOfRoute = (problem: RouteProblem, route: WorkerRoute): string[] => {
  const worker = problem.workers.find(({ id }) => id === route.worker)
  if (!worker) return [`Worker ${route.worker} is not in the problem.`]
  const visits = route.stops.map((stop) => ({ stop, visit: visitOf(problem, stop.visit) }))
  const load = visits.reduce((sum, { visit }) => sum + (visit?.load ?? 0), 0)
  const faults = visits.flatMap(({ stop, visit }) =>
    visit
      ? faultsOfStop(worker, visit, stop).map((fault) => `${worker.id}, ${visit.id}: ${fault}`)
      : [],
  )
  if (load > (worker.capacity ?? Infinity)) faults.push(`${worker.id} carries ${load}.`)
  return [...faults, ...faultsOfLegs(problem, worker, visits)]
}

const faultsOfStop = (worker: RouteWorker, visit: RouteVisit, stop: RouteStop): string[] => {
  const faults: string[] = []
  if (visit.only && !visit.only.includes(worker.id)) faults.push('may not be done by this worker.')
  if (!isSame(stop.end - stop.start, visit.duration)) faults.push('lasts too long or too short.')
  const isInWindow = visit.windows.some(
    ({ open, close }) => stop.start >= open - tolerance && stop.start <= close + tolerance,
  )
  if (!isInWindow) faults.push(`starts at ${stop.start}, outside its windows.`)
  if (visit.pinned) {
    const pin = Math.min(...visit.windows.map(({ open }) => open))
    if (!isSame(stop.start, pin)) faults.push('is pinned and was moved.')
    return faults
  }
  const lacks = (visit.skills ?? []).filter((skill) => !worker.skills?.includes(skill))
  if (lacks.length > 0) faults.push(`needs ${lacks.join(', ')}.`)
  if (stop.start < worker.shift.start - tolerance || stop.end > worker.shift.end + tolerance) {
    faults.push('is outside the shift.')
  }
  const span = { start: stop.start + tolerance, end: stop.end - tolerance }
  if ((worker.breaks ?? []).some((one) => overlaps(one, span))) faults.push('overlaps a break.')
  return faults
}

const faultsOfLegs = (
  problem: RouteProblem,
  worker: RouteWorker,
  visits: readonly { stop: RouteStop; visit: RouteVisit | undefined }[],
): string[] => {
  if (visits.length === 0) return []
  const ends = [
    { place: worker.from, from: worker.shift.start, to: worker.shift.start, pinned: true },
    ...visits.map(({ stop, visit }) => ({
      place: visit?.place,
      from: stop.end,
      to: stop.start,
      pinned: visit?.pinned ?? false,
    })),
    { place: worker.to, from: worker.shift.end, to: worker.shift.end, pinned: true },
  ]
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index] as (typeof ends)[number]
    if (from.pinned && to.pinned) return []
    const needed = between(problem, from.place, to.place, problem.travel.duration)
    const free = freeTime({ start: from.from, end: to.to }, worker.breaks ?? [])
    if (free >= needed - tolerance && to.to >= from.from - tolerance) return []
    return [`${worker.id}: leg ${index + 1} takes ${needed}, there is time for ${free}.`]
  })
}

/** The length of a span without the breaks in it. */
const freeTime = (span: Interval, breaks: readonly Interval[]): number =>
  subtract([span], breaks).reduce((sum, part) => sum + part.end - part.start, 0)

const between = (
  { travel }: RouteProblem,
  from: number | undefined,
  to: number | undefined,
  matrix: Float64Array,
): number =>
  from === undefined || to === undefined ? 0 : (matrix[from * travel.places + to] as number)

const faultsOfSums = (problem: RouteProblem, plan: RoutePlan): string[] => {
  const faults: string[] = []
  let travel = 0
  for (const route of plan.routes) {
    const worker = problem.workers.find(({ id }) => id === route.worker)
    if (!worker || route.stops.length === 0) continue
    const stops = route.stops.map((stop) => visitOf(problem, stop.visit)?.place)
    const places = [worker.from, ...stops, worker.to]
    const own = places
      .slice(1)
      .reduce<number>(
        (sum, place, i) => sum + between(problem, places[i], place, problem.travel.cost),
        0,
      )
    if (!isSame(own, route.travel)) faults.push(`${worker.id} travels ${own}, not ${route.travel}.`)
    travel += own
  }
  if (!isSame(travel, plan.travel)) faults.push(`All travel is ${travel}, not ${plan.travel}.`)
  const left = plan.unserved.reduce(
    (sum, { visit }) => sum + (visitOf(problem, visit)?.priority ?? 1),
    0,
  )
  if (!isSame(left, plan.unservedPriority)) {
    faults.push(`The priority left out is ${left}, not ${plan.unservedPriority}.`)
  }
  return faults
}

const visitOf = (problem: RouteProblem, id: string): RouteVisit | undefined =>
  problem.visits.find((visit) => visit.id === id)

const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a))
