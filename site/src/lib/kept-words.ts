import { clock, shortDay, zoneName } from './time.ts'

/** "Tue 24 Nov, 9:00 am", of what is kept. */
export const keptTime = ({ start, timezone }: { start: string; timezone: string }): string =>
  `${shortDay(start, timezone)}, ${clock(start, timezone)}`

/** "Kept for you until 10:42 am AEDT". */
export const keptWords = ({ expiresAt, timezone }: { expiresAt: string; timezone: string }) =>
  `Kept for you until ${clock(expiresAt, timezone)} ${zoneName(expiresAt, timezone)}`
