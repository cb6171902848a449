import { clock, shortDay, zoneName } from './time.ts'

type Kept = { start: string; timezone: string; expiresAt: string }

export const keptTime = ({ start, timezone }: Omit<Kept, 'expiresAt'>) =>
  `${shortDay(start, timezone)}, ${clock(start, timezone)}`

/** "Tue 24 Nov, 9:00 am is kept for you until 10:42 am AEDT." */
export const keptWords = (kept: Kept): string => {
  const { timezone, expiresAt } = kept
  const until = `${clock(expiresAt, timezone)} ${zoneName(expiresAt, timezone)}`
  return `${keptTime(kept)} is kept for you until ${until}.`
}
