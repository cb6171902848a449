import type { Interval } from './intervals.ts'
import { addDays, localDateOf } from './local-time.ts'
import type { SlotRules } from './slot-search.ts'

type Rules = Pick<SlotRules, 'horizonDays' | 'noticeMinutes'>

const minuteMs = 60_000
const dayMs = 86_400_000

/**
 * When a service can be booked: the first start that is late enough for its notice (epoch ms), and
 * the last date that its horizon allows, in the zone of the site.
 */
export const bookingWindow = (
  { noticeMinutes, horizonDays }: Rules,
  { now, timezone }: { now: number; timezone: string },
): { earliest: number; lastDate: string } => ({
  earliest: now + noticeMinutes * minuteMs,
  lastDate: addDays(localDateOf(now, timezone), horizonDays),
})

/** The same as instants, whatever the zone: up to a day shorter than what can be booked. */
export const bookingSpan = ({ noticeMinutes, horizonDays }: Rules, now: number): Interval => ({
  start: now + noticeMinutes * minuteMs,
  end: now + horizonDays * dayMs,
})
