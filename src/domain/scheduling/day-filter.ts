import type { Interval } from './intervals.ts'

type Bound = 'greater_than_equal' | 'less_than'
/** What an instant must be: bounds as ISO strings, or nothing at all. */
export type DayCondition =
  | { [Operator in Bound]?: string }
  | { exists: false }
  | { and: DayCondition[] }
  | { or: DayCondition[] }

const iso = (instant: number) => new Date(instant).toISOString()
const from = (instant: number): DayCondition => ({ greater_than_equal: iso(instant) })
const before = (instant: number): DayCondition => ({ less_than: iso(instant) })

const on = ({ start, end }: Interval): DayCondition => ({ and: [from(start), before(end)] })
/** Without an instant it is on no day either. */
const notOn = ({ start, end }: Interval): DayCondition => ({
  or: [before(start), from(end), { exists: false }],
})

/**
 * What a comparison of an instant with whole days means, each from its first moment to its last;
 * null where the operator compares no days.
 */
export const dayFilter = (operator: string, days: readonly Interval[]): DayCondition | null => {
  const [day] = days
  if (!day) return null
  switch (operator) {
    case 'equals':
      return on(day)
    case 'not_equals':
      return notOn(day)
    case 'greater_than':
      return from(day.end)
    case 'greater_than_equal':
      return from(day.start)
    case 'less_than':
      return before(day.start)
    case 'less_than_equal':
      return before(day.end)
    case 'in':
      return { or: days.map(on) }
    case 'not_in':
      return { and: days.map(notOn) }
    default:
      return null
  }
}
