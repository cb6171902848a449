import { createRandom, type Random } from '../../src/domain/scheduling/routes/random.ts'
import type {
  RouteProblem,
  RouteVisit,
  RouteWorker,
  StartWindow,
} from '../../src/domain/scheduling/routes/route-problem.ts'

/** A made-up field-service day; everything follows from these numbers. Times are seconds. */
export type RouteDaySize = {
  name: string
  seed: number
  workers: number
  visits: number
  /** Visits count from 1 to 10 instead of 1 each. */
  hasPriorities: boolean
}

/** Days that fit and days that overflow. */
export const routeDays: RouteDaySize[] = [
  { name: 'fits-10x50', seed: 11, workers: 10, visits: 50, hasPriorities: false },
  { name: 'fits-25x130', seed: 12, workers: 25, visits: 130, hasPriorities: false },
  { name: 'fits-50x270', seed: 13, workers: 50, visits: 270, hasPriorities: true },
  { name: 'full-10x100', seed: 14, workers: 10, visits: 100, hasPriorities: true },
  { name: 'full-25x230', seed: 15, workers: 25, visits: 230, hasPriorities: false },
  { name: 'full-50x450', seed: 16, workers: 50, visits: 450, hasPriorities: true },
]

const minute = 60
const hour = 3600
const skills = ['gas', 'heights', 'electrics', 'dogs']
const kmAcross = 30
const secondsPerKm = (1.35 * 3600) / 35

/** A town of suburbs: people live anywhere, work comes in clusters. */
export const routeDay = (size: RouteDaySize): RouteProblem => {
  const random = createRandom(size.seed)
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
  const anywhere = (): [number, number] => [random.unit() * kmAcross, random.unit() * kmAcross]
  const suburbs = Array.from({ length: 8 }, anywhere)
  const nearby = (): [number, number] => {
    const [x, y] = pick(suburbs)
    return [x + spread(random), y + spread(random)]
  }
  const homes = Array.from({ length: size.workers }, anywhere)
  const sites = Array.from({ length: size.visits }, () =>
    random.unit() < 0.75 ? nearby() : anywhere(),
  )
  const workers = homes.map((_, index): RouteWorker => {
    const start = pick([7, 7.5, 8, 8, 9]) * hour
    const lunch = pick([11.5, 12, 12.5]) * hour
    return {
      id: `w${index}`,
      shift: { start, end: start + pick([8, 8, 8, 6]) * hour },
      breaks: random.unit() < 0.7 ? [{ start: lunch, end: lunch + 30 * minute }] : [],
      from: index,
      to: index,
      skills: skills.filter(() => random.unit() < 0.6),
    }
  })
  const visits = sites.map((_, index): RouteVisit => {
    const worker = pick(workers)
    const isFor = random.unit() < 0.05
    return {
      id: `v${index}`,
      place: size.workers + index,
      duration: pick([20, 30, 30, 45, 60, 60, 90, 120]) * minute,
      windows: windowsOf(random),
      skills: random.unit() < 0.4 ? [pick(skills)] : [],
      ...(isFor && { only: [worker.id], skills: [] }),
      priority: size.hasPriorities ? pick([1, 1, 1, 2, 2, 3, 5, 10]) : 1,
    }
  })
  return { workers, visits, travel: travelOf([...homes, ...sites]) }
}

const spread = (random: Random): number => (random.unit() + random.unit() - 1) * 4

/** All day, half a day, a promised arrival of one or two hours, or one of two such. */
const windowsOf = (random: Random): StartWindow[] => {
  const chance = random.unit()
  const promise = (hours: number): StartWindow => {
    const open = (7 + random.below(9)) * hour
    return { open, close: open + hours * hour }
  }
  if (chance < 0.35) return [{ open: 7 * hour, close: 18 * hour }]
  if (chance < 0.5) return [{ open: 7 * hour, close: 12 * hour }]
  if (chance < 0.65) return [{ open: 12 * hour, close: 17 * hour }]
  if (chance < 0.9) return [promise(1 + random.below(2))]
  return [
    { open: 8 * hour, close: 9 * hour },
    { open: 14 * hour, close: 15 * hour },
  ]
}

const travelOf = (points: readonly (readonly [number, number])[]) => {
  const duration = new Float64Array(
    points.flatMap(([x, y]) =>
      points.map(([u, v]) => Math.round(Math.hypot(x - u, y - v) * secondsPerKm)),
    ),
  )
  return { places: points.length, duration, cost: duration }
}
