import { z } from 'zod'
import type { RouteProblem, RouteVisit } from '../../src/domain/scheduling/routes/route-problem.ts'
import { askJson } from '../../src/ports/ask-json.ts'
import type { RouteSolverPort } from '../../src/ports/routes.ts'

const answer = z.object({
  code: z.literal(0),
  routes: z.array(
    z.object({
      vehicle: z.int().min(0),
      steps: z.array(
        z.object({
          type: z.string(),
          id: z.int().min(0).optional(),
          arrival: z.number(),
          waiting_time: z.number().default(0),
        }),
      ),
    }),
  ),
})

/** VROOM counts in whole seconds, a problem of ours in minutes. */
const seconds = (minutes: number) => Math.round(minutes * 60)
const square = (places: number, of: (from: number, to: number) => number) =>
  Array.from({ length: places }, (_, from) =>
    Array.from({ length: places }, (_, to) => of(from, to)),
  )

/** From 1 to 100 in the order of what the visits count. */
const priorities = (visits: readonly RouteVisit[]): Map<number, number> => {
  const known = [...new Set(visits.map(({ priority = 1 }) => priority))].toSorted((a, b) => a - b)
  return new Map(known.map((one, at) => [one, Math.round(((at + 1) / known.length) * 100)]))
}

/**
 * A problem in VROOM's words. Who may do a visit is a skill of the visit's own, which those have;
 * a pinned visit has one start and one person like any other that may not move.
 */
export const vroomProblem = ({ workers, visits, travel }: RouteProblem) => {
  const { places, duration, cost } = travel
  const ranks = priorities(visits)
  const mayDo = (visit: RouteVisit, worker: RouteProblem['workers'][number]) =>
    (visit.only?.includes(worker.id) ?? true) &&
    (visit.skills ?? []).every((skill) => worker.skills?.includes(skill))
  return {
    vehicles: workers.map((worker, id) => ({
      id,
      profile: 'car',
      ...(worker.from !== undefined && { start_index: worker.from }),
      ...(worker.to !== undefined && { end_index: worker.to }),
      time_window: [seconds(worker.shift.start), seconds(worker.shift.end)],
      skills: visits.flatMap((visit, at) => (mayDo(visit, worker) ? [at + 1] : [])),
      breaks: (worker.breaks ?? [])
        .filter(({ start, end }) => start < worker.shift.end && end > worker.shift.start)
        .map(({ start, end }, at) => ({
          id: at,
          service: seconds(end - start),
          time_windows: [[seconds(start), seconds(start)]],
        })),
    })),
    jobs: visits.map((visit, id) => ({
      id,
      location_index: visit.place,
      service: seconds(visit.duration),
      skills: [id + 1],
      priority: ranks.get(visit.priority ?? 1),
      time_windows: visit.windows.map(({ open, close }) => [seconds(open), seconds(close)]),
    })),
    matrices: {
      car: {
        durations: square(places, (from, to) => seconds(duration[from * places + to] ?? 0)),
        costs: square(places, (from, to) => seconds(cost[from * places + to] ?? 0)),
      },
    },
  }
}

/** The HTTP door of VROOM (vroom-express): a problem by POST, routes in its answer. */
export const vroomSolver = ({ url }: { url: string }): RouteSolverPort => ({
  name: 'VROOM',
  maximumVisits: 400,
  solve: async (problem, { seconds: patience }) => {
    const body = vroomProblem(problem)
    const read = await askJson(answer, { url: new URL(url), body, patienceMs: patience * 1000 })
    if (!read) return null
    return {
      routes: read.routes.flatMap(({ vehicle, steps }) => {
        const worker = problem.workers[vehicle]
        if (!worker) return []
        const stops = steps.flatMap(({ type, id, arrival, waiting_time: waited }) => {
          const visit = type === 'job' && id !== undefined ? problem.visits[id] : undefined
          return visit ? [{ visit: visit.id, start: (arrival + waited) / 60 }] : []
        })
        return [{ worker: worker.id, stops }]
      }),
    }
  },
})
