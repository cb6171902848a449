import { readFileSync } from 'node:fs'
import type { RouteProblem } from '../../src/domain/scheduling/routes/route-problem.ts'

const folder = new URL('./data/solomon/', import.meta.url)

type Published = { instances: Record<string, { bestKnownDistance: number }> }

/** Names of the instances with the best distance published for each. */
export const solomonBest = (): Map<string, number> => {
  const { instances } = JSON.parse(
    readFileSync(new URL('best-known.json', folder), 'utf8'),
  ) as Published
  return new Map(Object.entries(instances).map(([name, one]) => [name, one.bestKnownDistance]))
}

/** An instance as a route problem: equal vans from one depot, distance in time and cost. */
export const readSolomon = (name: string): RouteProblem => {
  const lines = readFileSync(new URL(`${name}.txt`, folder), 'utf8').split(/\r?\n/)
  const numbers = lines.map((line) => line.trim().split(/\s+/).map(Number))
  const [vans = 0, capacity = 0] = numbers[4] ?? []
  const rows = numbers.filter((line) => line.length === 7) as number[][]
  const points = rows.map(([, x = 0, y = 0]) => [x, y] as const)
  const distance = new Float64Array(
    points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v))),
  )
  const [, , , , from = 0, until = 0] = rows[0] ?? []
  return {
    workers: Array.from({ length: vans }, (_, index) => ({
      id: `van-${index}`,
      shift: { start: from, end: until },
      from: 0,
      to: 0,
      capacity,
    })),
    visits: rows.slice(1).map(([id, , , load = 0, open = 0, close = 0, duration = 0], index) => ({
      id: `customer-${id}`,
      place: index + 1,
      duration,
      load,
      windows: [{ open, close }],
    })),
    travel: { places: points.length, duration: distance, cost: distance },
  }
}
