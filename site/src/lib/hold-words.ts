import { clock, shortDay, zonedClock } from './time.ts'

/** "Tue 24 Nov, 9:00 am", of what is kept. */
export const heldTime = ({ start, timezone }: { start: string; timezone: string }): string =>
  `${shortDay(start, timezone)}, ${clock(start, timezone)}`

type Kept = { start: string; expiresAt: string; timezone: string }

/** "Tue 24 Nov, 9:00 am is reserved for you until 10:42 am AEDT". */
export const holdWords = (kept: Kept): string => {
  const { expiresAt, timezone } = kept
  return `${heldTime(kept)} is reserved for you until ${zonedClock(expiresAt, timezone)}`
}
