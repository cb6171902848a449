import { DomainError } from '../domain-error.ts'
import type { RefusalCode } from '../refusals.ts'
import type { SlotRules } from './slot-rules.ts'
import { contains, type Interval, merge } from './intervals.ts'
import { addDays, localDateOf } from './local-time.ts'

const minuteMs = 60_000

/**
 * Refuses a start that the slot search would never offer because of time alone: too soon,
 * beyond the horizon, or outside every span of `hours` (working ∩ opening; leave out for staff,
 * who may book outside hours). Whether somebody is free is for the occupancies to say.
 * @throws {DomainError} outside-booking-window, outside-hours (422, field `start`)
 */
export const assertBookable = (input: {
  service: Pick<SlotRules, 'noticeMinutes' | 'horizonDays'>
  start: number
  end: number
  now: number
  timezone: string
  hours?: readonly Interval[]
}): void => {
  const { service, start, end, now, timezone } = input
  if (end <= start) refuse('invalid-input', 'A visit ends after it starts.')
  if (start < now + service.noticeMinutes * minuteMs)
    refuse('outside-booking-window', 'This time is too soon; choose a later one.')
  const lastDate = addDays(localDateOf(now, timezone), service.horizonDays)
  if (localDateOf(start, timezone) > lastDate)
    refuse('outside-booking-window', `Bookings are open until ${lastDate}; choose an earlier day.`)
  if (input.hours && !merge(input.hours).some((open) => contains(open, { start, end })))
    refuse('outside-hours', 'No one works for the whole of this time. Choose another one.')
}

const refuse = (code: RefusalCode, message: string): never => {
  throw new DomainError(code, message, { field: 'start' })
}
