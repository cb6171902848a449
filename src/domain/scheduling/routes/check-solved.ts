import type { RouteDay } from './route-day.ts'
import type { RoutePlan, WorkerRoute } from './route-plan.ts'
import type { RouteProblem } from './route-problem.ts'
import { settledDay } from './search-day.ts'
import { verifyPlan } from './verify-plan.ts'

type Solved = { worker: string; stops: { visit: string; start: number }[] }[]

/** An answer as a plan of ours, taken at its word: every sum is worked out from the problem. */
const planOf = (problem: RouteProblem, solved: Solved): RoutePlan => {
  const { places, cost } = problem.travel
  const visits = new Map(problem.visits.map((visit) => [visit.id, visit]))
  const routes = problem.workers.map((worker): WorkerRoute => {
    const told = solved.filter((route) => route.worker === worker.id).flatMap(({ stops }) => stops)
    const stops = told.map(({ visit, start }) => {
      const end = start + (visits.get(visit)?.duration ?? 0)
      return { visit, arrive: start, start, end }
    })
    const way = [worker.from, ...told.map(({ visit }) => visits.get(visit)?.place), worker.to]
    const travel = way.slice(1).reduce<number>((sum, to, at) => {
      const from = way[at]
      return sum + (from === undefined || to === undefined ? 0 : (cost[from * places + to] ?? 0))
    }, 0)
    const [first, last] = [stops[0], stops.at(-1)]
    const { start } = worker.shift
    if (!first || !last) return { worker: worker.id, leave: start, back: start, travel: 0, stops }
    return { worker: worker.id, leave: first.start, back: last.end, travel, stops }
  })
  const served = new Set(solved.flatMap(({ stops }) => stops.map(({ visit }) => visit)))
  const left = problem.visits.filter(({ id }) => !served.has(id))
  return {
    routes,
    unserved: left.map(({ id, only }) => ({
      visit: id,
      reason: only?.length === 0 ? 'nobody-eligible' : 'no-room',
    })),
    unservedPriority: left.reduce((sum, { priority = 1 }) => sum + priority, 0),
    travel: routes.reduce((sum, { travel }) => sum + travel, 0),
  }
}

/**
 * Somebody else's answer for a day as a plan, or in words why it cannot be one: a rule of the day
 * is broken, somebody would lose a visit they have, or the day as it is comes out better.
 */
export const checkSolved = (input: {
  day: RouteDay
  seed: number
  solve: (problem: RouteProblem) => Promise<{ routes: Solved } | null>
}): Promise<{ plan: RoutePlan } | { fault: string }> => judge(settledDay(input), input.solve)

const judge = async (
  { problem, search, held }: ReturnType<typeof settledDay>,
  solve: (problem: RouteProblem) => Promise<{ routes: Solved } | null>,
): Promise<{ plan: RoutePlan } | { fault: string }> => {
  const solved = await solve(problem)
  if (!solved) return { fault: 'did not answer' }
  const plan = planOf(problem, solved.routes)
  if (verifyPlan(problem, plan).length > 0) return { fault: 'broke a rule of the day' }
  if (plan.unserved.some(({ visit }) => held.has(visit)))
    return { fault: 'left out a visit that somebody has' }
  const now = search.score()
  const isWorse =
    plan.unservedPriority > now.unservedPriority ||
    (plan.unservedPriority === now.unservedPriority && plan.travel > now.travel + 1e-6)
  return isWorse ? { fault: 'found nothing better' } : { plan }
}
