import { clockSpanWords, zonedClockWords } from './clock-words.ts'
import { calendarDay, clock24, dayWords } from './day-words.ts'

type Style = { zone: string; locale: string; now: number }

const isMidnight = (at: string, zone: string) => clock24(at, zone) === '00:00'

/** The last day that a span of whole days covers: the one before its end. */
const lastMoment = (end: string) => Date.parse(end) - 1

/**
 * A span of days or hours: "Tue 1 Dec", "Tue 1 Dec – Thu 3 Dec", "Tue 1 Dec, 9:00–11:30 am AEDT".
 * Whole days, from midnight to midnight, are named without a time.
 */
export const absenceWords = (
  { start, end }: { start: string; end: string },
  style: Style,
): string => {
  const { zone } = style
  const [first, last] = [dayWords(start, style), dayWords(lastMoment(end), style)]
  if (isMidnight(start, zone) && isMidnight(end, zone)) {
    return first === last ? first : `${first} – ${last}`
  }
  if (calendarDay(start, zone) === calendarDay(lastMoment(end), zone)) {
    return `${first}, ${clockSpanWords({ start, end }, { ...style, named: true })}`
  }
  const from = `${first}, ${zonedClockWords(start, style)}`
  return `${from} – ${dayWords(end, style)}, ${zonedClockWords(end, style)}`
}
