import { dateFormat } from '../scheduling/date-format.ts'

/** An instant: epoch ms or ISO. */
type At = number | string
type On = { zone: string; locale: string }

const msOf = (at: At) => (typeof at === 'number' ? at : Date.parse(at))

/** Spaces that do not break are for a page to decide about. */
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')

const clockFormat = ({ zone, locale }: On) =>
  dateFormat(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' })

const bareClock = (at: number, on: On): string => plain(clockFormat(on).format(at))

/** The short name of a zone at an instant, "AEDT". */
export const zoneWords = (at: At, { zone, locale }: On): string =>
  dateFormat(locale, { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(msOf(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

/** "Sydney" of "Australia/Sydney". */
export const cityWords = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** "Sydney (AEDT)", or "Sydney (AEDT/AEST)" of instants on both sides of a change of the clocks. */
export const zonePlaceWords = (at: At | readonly At[], on: On): string => {
  const names = new Set([at].flat().map((one) => zoneWords(one as At, on)))
  return `${cityWords(on.zone)} (${[...names].join('/')})`
}

const hourMs = 3_600_000

/** Whether the clock shows the same a second time, since the clocks go back around then. */
const comesTwice = (at: number, on: On): boolean =>
  [-hourMs, -hourMs / 2, hourMs / 2, hourMs].some(
    (shift) => bareClock(at + shift, on) === bareClock(at, on),
  )

/** "9:00 am"; of a time that comes twice "2:15 am AEDT". */
export const clockWords = (at: At, on: On): string => {
  const ms = msOf(at)
  const clock = bareClock(ms, on)
  return comesTwice(ms, on) ? `${clock} ${zoneWords(ms, on)}` : clock
}

/** "9:00 am AEDT". */
export const zonedClockWords = (at: At, on: On): string =>
  `${bareClock(msOf(at), on)} ${zoneWords(at, on)}`

/** The start of a span without the half of the day that its end says as well. */
const startClock = (start: number, end: number, on: On): string => {
  const parts = clockFormat(on).formatToParts(start)
  const halfOf = (all: Intl.DateTimeFormatPart[]) =>
    all.find(({ type }) => type === 'dayPeriod')?.value
  const half = halfOf(parts)
  const isSame = half !== undefined && half === halfOf(clockFormat(on).formatToParts(end))
  const isLast = parts.at(-1)?.type === 'dayPeriod'
  if (!isSame || !isLast) return bareClock(start, on)
  return plain(
    parts
      .slice(0, -1)
      .map(({ value }) => value)
      .join(''),
  ).trim()
}

/**
 * "9:00–10:30 am", or "9:30 am–12:30 pm" across noon. The zone is named where a reader would not
 * know which time is meant, at both ends where its name changes in between, and where `named`.
 */
export const clockSpanWords = (
  span: { start: At; end: At },
  { named = false, ...on }: On & { named?: boolean },
): string => {
  const [start, end] = [msOf(span.start), msOf(span.end)]
  const [first, last] = [zoneWords(start, on), zoneWords(end, on)]
  const to = bareClock(end, on)
  if (first !== last) return `${bareClock(start, on)} ${first}–${to} ${last}`
  const isNamed = named || comesTwice(start, on) || comesTwice(end, on)
  return `${startClock(start, end, on)}–${to}${isNamed ? ` ${last}` : ''}`
}
