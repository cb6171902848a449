import { type Interval, intersect, merge } from './intervals.ts'
import { addDays, closingInstant, localDateOf, openingInstant, weekdayOf } from './local-time.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Wall-clock times `HH:MM`; an end at or before the start lies on the next day. */
export type HoursBlock = { start: string; end: string }

/** A block that repeats on the given days. */
export type WeeklyBlock = HoursBlock & { days: readonly Weekday[] }

/** One date that replaces the weekly blocks: closed, or with blocks of its own. */
export type HoursException = { date: string; closed: boolean; blocks: readonly HoursBlock[] }

export type WorkingHours = {
  hours: readonly WeeklyBlock[]
  exceptions: readonly HoursException[]
  timezone: string
}

/**
 * The instants between `from` and `to` (epoch ms) that lie inside working hours.
 *
 * Blocks follow the wall clock: 22:00–06:00 lasts seven or nine hours across a change of the
 * clocks, and a time that the clocks jump over means the moment of the jump.
 */
export const workingIntervals = (
  input: WorkingHours & { from: number; to: number },
): Interval[] => {
  if (input.to <= input.from) return []
  const spans: Interval[] = []
  const lastDate = localDateOf(input.to, input.timezone)
  // A block of the day before may reach past midnight.
  let date = addDays(localDateOf(input.from, input.timezone), -1)
  for (; date <= lastDate; date = addDays(date, 1)) {
    for (const block of blocksOn(input, date)) spans.push(spanOf(block, date, input.timezone))
  }
  return intersect(merge(spans), [{ start: input.from, end: input.to }])
}

const blocksOn = (hours: WorkingHours, date: string): readonly HoursBlock[] => {
  const exceptions = hours.exceptions.filter((exception) => exception.date === date)
  if (exceptions.some((exception) => exception.closed)) return []
  if (exceptions.length > 0) return exceptions.flatMap((exception) => exception.blocks)
  const weekday = weekdays[weekdayOf(date) - 1] as Weekday
  return hours.hours.filter((block) => block.days.includes(weekday))
}

const spanOf = (block: HoursBlock, date: string, timezone: string): Interval => {
  const endDate = block.end <= block.start ? addDays(date, 1) : date
  return {
    start: openingInstant(`${date}T${block.start}`, timezone),
    end: closingInstant(`${endDate}T${block.end}`, timezone),
  }
}
