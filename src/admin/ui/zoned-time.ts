import {
  clockSpanWords,
  clockWords,
  zonedClockWords,
  zoneWords,
} from '../../domain/words/clock-words.ts'

/** Words for instants in the zone of the place where the work is done, never the reader's zone. */

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ')

const formatter = (zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-AU', { timeZone: zone, ...options })

/** `Mon 23 Nov`, with the year only when it is not this year's. */
export const dayIn = (at: string | number, zone: string, now = Date.now()): string => {
  const year = formatter(zone, { year: 'numeric' })
  const other = year.format(new Date(at)) !== year.format(now)
  return plain(
    formatter(zone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(other ? { year: 'numeric' } : {}),
    }).format(new Date(at)),
  ).replace(',', '')
}

const on = (zone: string) => ({ zone, locale: 'en-AU' })

/** `9:00 am`; of a time that comes twice `2:15 am AEDT`. */
export const clockIn = (at: string | number, zone: string): string => clockWords(at, on(zone))

/** `9:00–10:30 am`, with the zone's name where a reader would not know which time is meant. */
export const hoursIn = (start: string | number, end: string | number, zone: string): string =>
  clockSpanWords({ start, end }, on(zone))

/** `09:05`, as form fields want it. */
export const clock24In = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))

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
export const dateIn = (at: string | number, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at))
