import type { CompiledProblem } from './compile-problem.ts'
import type { Random } from './random.ts'

/** Sorts the first `count` visits of `list` by one of several orders, chosen by chance. */
export type InsertionOrder = (list: Int32Array, count: number) => void

/**
 * The orders of Christiaens & Vanden Berghe 2020, §5, and one for days that overflow: what counts
 * much and takes little time comes first. Each is worth its weight in the draw.
 */
export const createInsertionOrder = (problem: CompiledProblem, random: Random): InsertionOrder => {
  const { visits, open, close, service, load, weight } = problem
  const far = distanceFromHomes(problem)
  const keys: { weight: number; key: Float64Array }[] = [
    { weight: 4, key: new Float64Array(visits) },
    { weight: load.some((one) => one > 0) ? 4 : 0, key: load.map((one) => -one) },
    { weight: load.some((one) => one > 0) ? 0 : 2, key: service.map((one) => -one) },
    { weight: 2, key: far.map((one) => -one) },
    { weight: 1, key: far },
    { weight: 2, key: open.map((one, visit) => (close[visit] as number) - one) },
    { weight: 2, key: open },
    { weight: 2, key: close.map((one) => -one) },
    { weight: 2, key: service.map((one, visit) => one / (weight[visit] as number)) },
  ]
  const sum = keys.reduce((total, { weight: own }) => total + own, 0)
  const pick = (): number => {
    let at = random.unit() * sum
    for (let i = 0; i < keys.length; i += 1) {
      at -= (keys[i] as { weight: number }).weight
      if (at < 0) return i
    }
    return 0
  }
  return (list, count) => {
    const chosen = pick()
    const { key } = keys[chosen] as { key: Float64Array }
    if (chosen === 0) for (let visit = 0; visit < visits; visit += 1) key[visit] = random.unit()
    insertionSort(list, count, key)
  }
}

const insertionSort = (list: Int32Array, count: number, key: Float64Array): void => {
  for (let i = 1; i < count; i += 1) {
    const visit = list[i] as number
    const own = key[visit] as number
    let at = i - 1
    while (at >= 0 && (key[list[at] as number] as number) > own) {
      list[at + 1] = list[at] as number
      at -= 1
    }
    list[at + 1] = visit
  }
}

const distanceFromHomes = ({ visits, workers, nodes, costInto }: CompiledProblem): Float64Array =>
  Float64Array.from({ length: visits }, (_, visit) => {
    let sum = 0
    for (let worker = 0; worker < workers; worker += 1) {
      sum += costInto[visit * nodes + visits + worker] as number
    }
    return sum / Math.max(1, workers)
  })
