import { dateFormat } from './date-format.ts'

type Span = { start: string; end: string; timezone: string }

const locale = 'en-AU'
const parts = (options: Intl.DateTimeFormatOptions, at: string | number | Date) =>
  dateFormat(locale, options).format(new Date(at))

/** The zone's short name at that instant: "AEDT". */
export function zoneName(at: string | number, timezone: string): string {
  const format = dateFormat(locale, { timeZone: timezone, timeZoneName: 'short' })
  const part = format.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')
  return part?.value ?? timezone
}

/** "Sydney (AEDT)". */
export const zonePlace = (at: string | number, timezone: string) =>
  `${timezone.split('/').at(-1)?.replaceAll('_', ' ')} (${zoneName(at, timezone)})`

/** "9:00 am". */
export const clock = (at: string, timezone: string) =>
  parts({ timeZone: timezone, hour: 'numeric', minute: '2-digit', hour12: true }, at)

/** "9:00–10:30 am", or "9:30 am–12:30 pm" across noon; no zone, for use below a zone's name. */
export function clockSpan({ start, end, timezone }: Span): string {
  const [from, to] = [clock(start, timezone), clock(end, timezone)]
  const sameHalf = from.slice(-2) === to.slice(-2)
  return `${sameHalf ? from.slice(0, -3) : from}–${to}`
}

/** "9:00–10:30 am AEDT". */
export const zonedSpan = (span: Span) => `${clockSpan(span)} ${zoneName(span.start, span.timezone)}`

/** "Tuesday 24 November". */
export const longDay = (at: string, timezone: string) =>
  parts({ timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' }, at).replace(',', '')

/** "Tue 24 Nov". */
export const shortDay = (at: string, timezone: string) =>
  parts({ timeZone: timezone, weekday: 'short', day: 'numeric', month: 'short' }, at).replace(
    ',',
    '',
  )

/** "Tue 24 Nov, 9:00 am AEDT". */
export const moment = (at: string, timezone: string) =>
  `${shortDay(at, timezone)}, ${clock(at, timezone)} ${zoneName(at, timezone)}`

/** "45 min", "1 h 30 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours ? `${hours} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ')
}
