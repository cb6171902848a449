import { dayOf, type LocalDay } from './local-day.ts'

type Placed = { start: string; timezone: string }

/** Visits under the day on which each starts where it is done, the earliest first. */
export const byLocalDay = <Visit extends Placed>(
  visits: readonly Visit[],
): [LocalDay, Visit[]][] => [
  ...Map.groupBy(
    visits.toSorted((one, other) => Date.parse(one.start) - Date.parse(other.start)),
    ({ start, timezone }) => dayOf(start, timezone),
  ),
]
