import type { Interval } from './intervals.ts'
import { openingInstant } from './local-time.ts'

/**
 * Whole days of a zone, such as an all-day event of a calendar: from the first moment of `from` to
 * the first of `until`, which is not part of it. Dates are `YYYY-MM-DD`.
 */
export const daySpan = (from: string, until: string, timezone: string): Interval => ({
  start: openingInstant(`${from}T00:00`, timezone),
  end: openingInstant(`${until}T00:00`, timezone),
})
