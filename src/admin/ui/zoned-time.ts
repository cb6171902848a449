import {
  clockSpanWords,
  clockWords,
  zonedClockWords,
  zoneWords,
} from '../../domain/words/clock-words.ts'
import { calendarDay, clock24, dayWords } from '../../domain/words/day-words.ts'
import { panelLocale } from './panel-locale.ts'

/** Words for instants in the zone of the place where the work is done, never the reader's zone. */

const on = (zone: string) => ({ zone, locale: panelLocale() })

/** `Mon 23 Nov`, with the year only when it is not this year's. */
export const dayIn = (at: string | number, zone: string, now = Date.now()): string =>
  dayWords(at, { ...on(zone), now })

/** `9:00 am`; of a time that comes twice `2:15 am AEDT`. */
export const clockIn = (at: string | number, zone: string): string => clockWords(at, on(zone))

/** `9:00–10:30 am`, with the zone's name where a reader would not know which time is meant. */
export const hoursIn = (start: string | number, end: string | number, zone: string): string =>
  clockSpanWords({ start, end }, on(zone))

/** `09:05`, as form fields want it. */
export const clock24In = clock24

/** `AEDT`: the zone's short name at that instant. */
export const zoneNameIn = (at: string | number, zone: string): string => zoneWords(at, on(zone))

/** `9:00–10:30 am AEDT`; an end on a later day names that day, one under another name its zone. */
export const spanIn = (start: string, end: string | null | undefined, zone: string): string => {
  const from = zonedClockWords(start, on(zone))
  if (!end || end === start) return from
  if (dayIn(start, zone) === dayIn(end, zone))
    return clockSpanWords({ start, end }, { ...on(zone), named: true })
  const isSameName = zoneNameIn(start, zone) === zoneNameIn(end, zone)
  const first = isSameName ? clockIn(start, zone) : from
  return `${first} – ${dayIn(end, zone)}, ${zonedClockWords(end, on(zone))}`
}

/** `Mon 23 Nov, 9:00 am AEDT`. */
export const momentIn = (at: string | number, zone: string): string =>
  `${dayIn(at, zone)}, ${zonedClockWords(at, on(zone))}`

/** `YYYY-MM-DD` of that instant on the calendar of the zone. */
export const dateIn = calendarDay
