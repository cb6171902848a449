import type { Bench } from './open-bench.ts'

/** `higher`: the more the better; otherwise the less the better. */
export type Limits = { pass: number; stretch: number; higher?: boolean }

export type Figure = {
  /** What was compared with what. */
  what: string
  value: number
  unit: '' | '×' | 'ms' | '%' | 'B' | 'SQL' | '/s' | 's'
  /** Lowest and highest of the pairs, where there are pairs. */
  range?: [number, number]
  limits?: Limits
  note?: string
  /** What keeps it from the stretch; printed where it is not reached. */
  short?: string
}

export type Goal = {
  /** Number of the goal in docs/performance.md, such as `P7`. */
  id: string
  title: string
  /** Starts processes of its own, for which `--quick` has no time unless it is asked for by name. */
  isLong?: true
  /**
   * Figures in the order they are printed, or a sentence saying why there are none. Throws when an
   * answer is wrong, never for a time.
   */
  run: (bench: Bench) => Promise<Figure[] | string>
}

const isWithin = (value: number, limit: number, { higher }: Limits) =>
  higher ? value >= limit : value <= limit

/** `stretch`, `pass` or `miss`; empty for a figure without limits. */
export const gradeOf = ({ value, limits }: Figure): string => {
  if (!limits) return ''
  if (isWithin(value, limits.stretch, limits)) return 'stretch'
  return isWithin(value, limits.pass, limits) ? 'pass' : 'miss'
}

/** The exponent of growth: 0 where the cost stays, 1 where it grows as the data does. */
export const growthOf = (cost: number, data: number): string =>
  `growth exponent ${(Math.log(cost) / Math.log(data)).toFixed(2)}`
