import fc from 'fast-check'
import type {
  RouteProblem,
  RouteVisit,
  RouteWorker,
} from '../../../src/domain/scheduling/routes/route-problem.ts'

/** Minutes of the day; a square town of an hour across, driven along straight lines. */
const places = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 30, maxLength: 30 })

const skills = ['gas', 'heights', 'dogs']

const worker = (index: number): fc.Arbitrary<RouteWorker> =>
  fc
    .record({
      start: fc.integer({ min: 0, max: 120 }),
      length: fc.integer({ min: 0, max: 600 }),
      breaks: fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 90 })), { maxLength: 2 }),
      from: fc.option(fc.nat(29), { nil: undefined }),
      to: fc.option(fc.nat(29), { nil: undefined }),
      skills: fc.subarray(skills),
      capacity: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    })
    .map(({ start, length, breaks, from, to, skills: own, capacity }) => ({
      id: `worker-${index}`,
      shift: { start, end: start + length },
      breaks: breaks.map(([at, minutes]) => ({ start: at, end: at + minutes })),
      skills: own,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(capacity !== undefined && { capacity }),
    }))

const visit = (index: number, workers: number): fc.Arbitrary<RouteVisit> =>
  fc
    .record({
      place: fc.nat(29),
      duration: fc.integer({ min: 1, max: 120 }),
      windows: fc.array(fc.tuple(fc.nat(700), fc.nat(300)), { minLength: 1, maxLength: 3 }),
      skills: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(skills)),
      only: fc.option(fc.uniqueArray(fc.nat(workers - 1), { minLength: 1 }), { nil: undefined }),
      priority: fc.integer({ min: 1, max: 5 }),
      load: fc.nat(3),
      pinned: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    })
    .map(({ windows, only, pinned, ...rest }) => ({
      ...rest,
      id: `visit-${index}`,
      windows: windows.map(([open, length]) => ({ open, close: open + length })),
      ...(only && { only: (pinned ? only.slice(0, 1) : only).map((one) => `worker-${one}`) }),
      ...(pinned && only && { pinned }),
    }))

const sequence = <T>(list: fc.Arbitrary<T>[]): fc.Arbitrary<T[]> =>
  fc.tuple(...list) as unknown as fc.Arbitrary<T[]>

/** Random days: nobody free, too much work, pins outside shifts, overlapping breaks and windows. */
export const routeWorlds: fc.Arbitrary<RouteProblem> = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 22 }), places)
  .chain(([workers, visits, points]) =>
    fc.record({
      workers: sequence(Array.from({ length: workers }, (_, index) => worker(index))),
      visits: sequence(Array.from({ length: visits }, (_, index) => visit(index, workers))),
      travel: fc.constant(travelBetween(points)),
    }),
  )

/** Minutes under way, rounded up, and the exact length as the cost. */
export const travelBetween = (points: readonly (readonly [number, number])[]) => {
  const cost = new Float64Array(
    points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v))),
  )
  return { places: points.length, duration: cost.map((one) => Math.ceil(one)), cost }
}
