import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain-error.ts'
import { instantsOf, localTimeOf, openingInstant } from './local-time.ts'

export const repeatUnits = ['day', 'week', 'month'] as const
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type Weekday = (typeof weekdays)[number]

/** Every so many days, weeks or months until a date or for a number of visits, or on given dates. */
export type RepeatRule =
  | { dates: readonly string[] }
  | {
      unit: (typeof repeatUnits)[number]
      every: number
      /** Weekly: on these days; else on the weekday of the first. */
      byDay?: readonly Weekday[] | undefined
      /** Local date, inclusive. */
      until?: string | undefined
      /** Occurrences in all, the first included. */
      count?: number | undefined
    }

/** `index` counts from 0, the first; `start` is epoch ms. */
export type Occurrence = { index: number; local: string; start: number }

/** The most occurrences of one series, the first included. */
export const mostOccurrences = 60

const days: Record<Weekday, string> = {
  mon: 'MO',
  tue: 'TU',
  wed: 'WE',
  thu: 'TH',
  fri: 'FR',
  sat: 'SA',
  sun: 'SU',
}
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const

const refuse = (message: string, field: string) =>
  new DomainError('invalid-input', message, { field })

/** The wall clocks after `first`, counted in a zone without jumps; a month's end stays its end. */
const wallClocks = (rule: Exclude<RepeatRule, { dates: readonly string[] }>, first: string) => {
  const byDay = rule.unit === 'week' ? rule.byDay?.map((day) => days[day]) : undefined
  const series = new RRuleTemporal({
    freq: frequencies[rule.unit],
    interval: rule.every,
    dtstart: Temporal.PlainDateTime.from(first).toZonedDateTime('UTC'),
    ...(rule.unit === 'month' && { rscale: 'GREGORIAN', skip: 'BACKWARD' as const }),
    ...(byDay && byDay.length > 0 && { byDay }),
  })
  const wanted = rule.count ?? mostOccurrences + 1
  const clocks: string[] = []
  // One more than there may be, so that too many are noticed; DTSTART itself may be among them.
  for (const moment of series.all((_moment, at) => at <= mostOccurrences + 1)) {
    const local = moment.toString().slice(0, 16)
    if (local <= first) continue
    if (clocks.length >= wanted - 1 || (rule.until && local.slice(0, 10) > rule.until)) break
    clocks.push(local)
  }
  return clocks
}

/**
 * When a series takes place: the first at `start` (epoch ms), the others at the same wall clock of
 * `timezone` on both sides of a clock change. A time that the clocks jump over is
 * the first one after the gap, one that comes twice the first of the two.
 * @throws {DomainError} invalid-input for no, too many or endless occurrences
 */
export const occurrencesOf = (
  rule: RepeatRule,
  { start, timezone }: { start: number; timezone: string },
): Occurrence[] => {
  const first = localTimeOf(start, timezone)
  if (!('dates' in rule) && !rule.until && !rule.count) {
    throw refuse('Say until when, or how many times.', 'rule.until')
  }
  const clocks =
    'dates' in rule
      ? [...new Set(rule.dates)]
          .map((date) => `${date}${first.slice(10)}`)
          .filter((local) => local > first)
          .sort()
      : wallClocks(rule, first)
  if (clocks.length === 0) throw refuse('Nothing follows the first visit.', 'rule')
  if (clocks.length >= mostOccurrences) {
    throw refuse(`A series has ${mostOccurrences} visits at most; end it earlier.`, 'rule')
  }
  return [first, ...clocks].map((local, index) => ({
    index,
    local,
    start:
      index === 0 ? start : (instantsOf(local, timezone)[0] ?? openingInstant(local, timezone)),
  }))
}

const names: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** A rule in words: "Every 2 weeks on Monday and Friday, 12 times". */
export const repeatInWords = (rule: RepeatRule): string => {
  if ('dates' in rule) return `On ${rule.dates.length + 1} dates`
  const every = rule.every === 1 ? `Every ${rule.unit}` : `Every ${rule.every} ${rule.unit}s`
  const on = rule.unit === 'week' && rule.byDay?.length ? rule.byDay.map((day) => names[day]) : []
  const listed = on.length > 0 ? ` on ${on.join(', ').replace(/, ([^,]*)$/, ' and $1')}` : ''
  const end = rule.until ? `, until ${rule.until}` : `, ${rule.count} times`
  return `${every}${listed}${end}`
}
