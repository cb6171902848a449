import { dateFormat } from '../scheduling/date-format.ts'
import { zonedClockWords } from './clock-words.ts'

/** An instant: epoch ms or ISO. */
type At = Date | number | string
type On = { zone: string; locale: string }
type Length = 'long' | 'short'

const dateOf = (at: At) => new Date(at)

/** Spaces that do not break are for a page to decide about; a comma between weekday and day is noise. */
const plain = (text: string) =>
  text.replaceAll(/[\u202f\u00a0]/g, ' ').replace(/^(\p{L}+\.?), (?=\d)/u, '$1 ')

const yearIn = (at: At, zone: string) =>
  dateFormat('en', { timeZone: zone, year: 'numeric' }).format(dateOf(at))

type DayStyle = On & {
  length?: Length
  /** Names the year where it is not that of this instant. */
  now?: At
}

/** "Tue 24 Nov", or "Tuesday 24 November". */
export const dayWords = (at: At, { zone, locale, length = 'short', now }: DayStyle): string => {
  const isOtherYear = now !== undefined && yearIn(at, zone) !== yearIn(now, zone)
  const format = dateFormat(locale, {
    timeZone: zone,
    weekday: length,
    day: 'numeric',
    month: length,
    ...(isOtherYear && { year: 'numeric' }),
  })
  return plain(format.format(dateOf(at)))
}

/** "Tue 24 Nov, 9:00 am AEDT". */
export const momentWords = (at: At, style: DayStyle): string =>
  `${dayWords(at, style)}, ${zonedClockWords(dateOf(at).getTime(), style)}`

/** The weekday and the clock, "Tue, 9:00 am", as a reader elsewhere needs them. */
export const weekdayClockWords = (at: At, { zone, locale }: On): string =>
  dateFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(dateOf(at))

const ofDay = (day: string, locale: string, options: Intl.DateTimeFormatOptions) =>
  plain(dateFormat(locale, { timeZone: 'UTC', ...options }).format(dateOf(`${day}T12:00:00Z`)))

/** Parts of a calendar day `YYYY-MM-DD` in words. */
export const localDayWords = (day: string, locale: string) => ({
  /** "Tue". */
  weekday: ofDay(day, locale, { weekday: 'short' }),
  /** "24". */
  dayOfMonth: ofDay(day, locale, { day: 'numeric' }),
  /** "Nov". */
  month: ofDay(day, locale, { month: 'short' }),
  /** "24 Nov". */
  dayAndMonth: ofDay(day, locale, { day: 'numeric', month: 'short' }),
  /** "24 November 2026". */
  fullDate: ofDay(day, locale, { day: 'numeric', month: 'long', year: 'numeric' }),
  /** "Tuesday 24 November". */
  fullDay: ofDay(day, locale, { weekday: 'long', day: 'numeric', month: 'long' }),
})

/** The calendar day `YYYY-MM-DD` that it is at an instant in a zone. */
export const calendarDay = (at: At, zone: string): string =>
  dateFormat('en-CA', { timeZone: zone }).format(dateOf(at))

/** The clock as form fields want it, `09:05`. */
export const clock24 = (at: At, zone: string): string =>
  dateFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(dateOf(at))

/** The zone of the machine that asks: in a browser, the reader's. */
export const viewerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The hour of the day, 0 to 23. */
export const hourOfDay = (at: At, zone: string): number => Number(clock24(at, zone).slice(0, 2))
