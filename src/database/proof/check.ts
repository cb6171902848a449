import { liveStatuses } from '../../domain/bookings/states.ts'
import { textOf } from '../bookings/state-lists.ts'

/** One promise about the data, as SQL that any database of the product answers. */
export type Check = {
  /** Kebab-case; the first word of every line about it. */
  name: string
  /** What was looked at, after a number: "visits". */
  what: string
  /** `select count(*)` of what is looked at. */
  counted: string
  /** Rows `record`, `expected`, `found` (text), one for each exception; none where all is well. */
  faults: string
}

/** One exception to a check. */
export type Fault = { record: string; expected: string; found: string }

/** SQL that names a visit in words, null where there is none; `a` is the visit. */
export const visitNamed = (a: string): string =>
  `case when ${a}.id is not null then format('visit %s of booking %s', ${a}.id,
    coalesce((select named.number from bookings named where named.id = ${a}.booking_id), '?')) end`

/** SQL that names a booking in words; `b` is the booking. */
export const bookingNamed = (b: string): string =>
  `format('booking %s', coalesce(${b}.number, ${b}.id::text))`

/** SQL of an instant as every line shows it. */
export const instant = (at: string): string =>
  `coalesce(to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"'), 'none')`

/** SQL of a visit or booking that is not over. */
export const isLive = (of: string): string => `${of}.status in ${textOf(liveStatuses)}`

/**
 * SQL of how long something due may wait: a worker takes it within seconds, and whatever waits longer
 * than this has been forgotten.
 */
export const longestWait = `interval '1 hour'`
