import {
  clockSpanWords,
  clockWords,
  zonedClockWords,
  zonePlaceWords,
  zoneWords,
} from '../../../src/domain/words/clock-words.ts'
import { dayWords, momentWords } from '../../../src/domain/words/day-words.ts'
import { siteLocale } from './site-locale.ts'

type Span = { start: string; end: string; timezone: string }

const on = (zone: string) => ({ zone, locale: siteLocale() })

/** The zone's short name at that instant: "AEDT". */
export const zoneName = (at: string | number, timezone: string) => zoneWords(at, on(timezone))

/** "Sydney (AEDT)", or "Sydney (AEDT/AEST)" of times on both sides of a change of the clocks. */
export const zonePlace = (at: string | number | readonly string[], timezone: string) =>
  zonePlaceWords(at, on(timezone))

/** "9:00 am"; of a time that comes twice "2:15 am AEDT". */
export const clock = (at: string, timezone: string) => clockWords(at, on(timezone))

/** "9:00–10:30 am"; for use below a zone's name, which is said again where it is not enough. */
export const clockSpan = ({ start, end, timezone }: Span) =>
  clockSpanWords({ start, end }, on(timezone))

/** "9:00–10:30 am AEDT". */
export const zonedSpan = ({ start, end, timezone }: Span) =>
  clockSpanWords({ start, end }, { ...on(timezone), named: true })

/** "Tuesday 24 November". */
export const longDay = (at: string, timezone: string) =>
  dayWords(at, { ...on(timezone), length: 'long' })

/** "Tue 24 Nov". */
export const shortDay = (at: string, timezone: string) => dayWords(at, on(timezone))

/** "9:00 am AEDT". */
export const zonedClock = (at: string, timezone: string) => zonedClockWords(at, on(timezone))

/** "Tue 24 Nov, 9:00 am AEDT". */
export const moment = (at: string, timezone: string) => momentWords(at, on(timezone))

/** "45 min", "1 h 30 min". */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours ? `${hours} h` : '', rest ? `${rest} min` : ''].filter(Boolean).join(' ')
}
