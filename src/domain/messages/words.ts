import { formatInZone, localDateOf } from '../scheduling/local-time.ts'
import { zoneWords } from '../words/clock-words.ts'

const instant = (iso: string) => Date.parse(iso)

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const clock = { hour: 'numeric', minute: '2-digit' } as const

/** A span in the job site's zone with its short name: "Mon, 23 Nov 2026, 9:00 am – 11:00 am AEDT". */
export const spanInWords = (
  { start, end, timezone }: { start: string; end: string; timezone: string },
  locale: string,
): string => {
  const [from, to] = [instant(start), instant(end)]
  const on = { zone: timezone, locale }
  const sameDay = localDateOf(from, timezone) === localDateOf(to, timezone)
  const [fromZone, toZone] = [zoneWords(from, on), zoneWords(to, on)]
  const last = sameDay ? formatInZone(to, on, clock) : formatInZone(to, on, { ...day, ...clock })
  const first = formatInZone(from, on, { ...day, ...clock })
  return `${first}${fromZone === toZone ? '' : ` ${fromZone}`} – ${last} ${toZone}`
}

/** One moment in a zone with its short name. */
export const momentInWords = (iso: string, timezone: string, locale: string): string => {
  const at = instant(iso)
  const on = { zone: timezone, locale }
  const words = formatInZone(at, on, { ...day, ...clock })
  return `${words} ${zoneWords(at, on)}`
}
