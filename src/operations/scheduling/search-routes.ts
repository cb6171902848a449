import type { Payload } from 'payload'
import { checkSolved } from '../../domain/scheduling/routes/check-solved.ts'
import { type DayPlan, dayPlanOf } from '../../domain/scheduling/routes/day-plan.ts'
import type { RouteDay } from '../../domain/scheduling/routes/route-day.ts'
import { integrationsOf } from '../../integrations.ts'
import { type RouteReport, runRouteSearch } from './run-route-search.ts'

type Task = { day: RouteDay; seed: number; seconds: number }

/** A search says nothing while somebody else works; readers take longer silence for its death. */
const longestSeconds = 15
const shortestSeconds = 2

/** The plan of the provider for routes, or in words why there is none; null without a provider. */
const solveDay = async (
  payload: Payload,
  { day, seed, seconds }: Task,
): Promise<{ plan: DayPlan; note: string } | { note: string } | null> => {
  const solver = integrationsOf(payload).routes
  if (!solver) return null
  const instead = (why: string) => ({ note: `${solver.name} ${why}; Fieldbook searched instead.` })
  if (day.visits.length > solver.maximumVisits) return instead('takes no day of this size')
  const patience = Math.min(longestSeconds, Math.max(shortestSeconds, seconds))
  const solve: Parameters<typeof checkSolved>[0]['solve'] = (problem) =>
    solver.solve(problem, { seconds: patience })
  const found = await checkSolved({ day, seed, solve })
  if ('fault' in found) return instead(found.fault)
  return { plan: dayPlanOf(day, found.plan), note: `Worked out by ${solver.name}.` }
}

/**
 * Searches routes for a day: the provider's where one answers well, else by the built-in search in
 * a thread of its own. `onReport` hears every plan with a note of where it comes from.
 * @throws {Error} what the thread failed with
 */
export const searchRoutes = async (
  payload: Payload,
  task: Task,
  { onReport }: { onReport: (report: RouteReport & { note: string | null }) => Promise<boolean> },
): Promise<void> => {
  const solved = await solveDay(payload, task)
  if (solved && 'plan' in solved) {
    await onReport({ ...solved, progress: 1, isDone: true })
    return
  }
  const note = solved?.note ?? null
  await runRouteSearch(task, { onReport: (report) => onReport({ ...report, note }) })
}
