import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain-error.ts'
import { dateFormat } from './date-format.ts'
import { clockOf, wallAt } from './zone-clock.ts'

const parse = (local: string): Temporal.PlainDateTime => {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch {
    throw new DomainError('invalid-input', `"${local}" is not a date and time.`)
  }
}

/**
 * The instants at which a clock in `zone` shows `local` (`YYYY-MM-DDTHH:MM[:SS]`), in order:
 * none inside a gap, two inside an overlap, one otherwise.
 */
export const instantsOf = (local: string, zone: string): number[] => {
  const wall = parse(local)
  const found = (['earlier', 'later'] as const)
    .map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
    .filter((moment) => moment.toPlainDateTime().equals(wall))
    .map((moment) => moment.epochMilliseconds)
  return [...new Set(found)]
}

/**
 * The instant (epoch ms) at which a clock in `zone` shows `local`; the first of two.
 * @throws {DomainError} nonexistent-local-time when the clocks jump over it
 */
export const instantOf = (local: string, zone: string): number => {
  const [instant] = instantsOf(local, zone)
  if (instant === undefined)
    throw new DomainError(
      'nonexistent-local-time',
      `The clocks in ${zone} jump over ${local}; choose another time.`,
    )
  return instant
}

/** Where a span that opens at `local` begins: the first of two, or the end of the gap. */
export const openingInstant = (local: string, zone: string): number =>
  instantsOf(local, zone)[0] ?? endOfGap(local, zone)

/** Where a span that closes at `local` ends: after the last moment whose clock is before it. */
export const closingInstant = (local: string, zone: string): number => {
  const [first, second] = instantsOf(local, zone)
  if (first === undefined) return endOfGap(local, zone)
  if (second === undefined) return first
  // Where the repeated hour begins, the clock before the second time is later, not earlier.
  return zoned(second - 1, zone)
    .toPlainDateTime()
    .toString() < local
    ? second
    : first
}

const endOfGap = (local: string, zone: string): number => {
  const before = parse(local).toZonedDateTime(zone, { disambiguation: 'earlier' })
  const transition = before.getTimeZoneTransition('next')
  return (transition ?? before).epochMilliseconds
}

/** The local date `YYYY-MM-DD` of an instant. */
export const localDateOf = (instant: number, zone: string): string =>
  new Date(wallAt(clockOf(zone, instant, instant), instant)).toISOString().slice(0, 10)

/** The wall clock of an instant, `YYYY-MM-DDTHH:MM`. */
export const localTimeOf = (instant: number, zone: string): string =>
  zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The instant with its offset, `2027-11-07T01:30:00-05:00`: tells the two 01:30 apart. */
export const offsetTimeOf = (instant: number, zone: string): string =>
  zoned(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** `date` moved by whole days. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Whole days from one date to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to).days

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/** Words for an instant in a zone, such as "23 Nov 2026, 9:00 am". */
export const formatInZone = (
  instant: number,
  { zone, locale }: { zone: string; locale: string },
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string => dateFormat(locale, { ...options, timeZone: zone }).format(instant)

const zoned = (instant: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
