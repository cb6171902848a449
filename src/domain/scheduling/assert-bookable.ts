import { DomainError } from '../domain-error.ts'
import type { RefusalCode } from '../refusals.ts'
import type { SlotRules } from './slot-search.ts'
import { bookingWindow } from './booking-window.ts'
import { localDateOf } from './local-time.ts'

/**
 * Refuses a start that the slot search would never offer because of time alone: too soon, or
 * beyond the horizon. Whether somebody is free is for the occupancies to say.
 * @throws {DomainError} invalid-input, outside-booking-window (422, field `start`)
 */
export const assertBookable = (input: {
  service: Pick<SlotRules, 'noticeMinutes' | 'horizonDays'>
  start: number
  end: number
  now: number
  timezone: string
}): void => {
  const { service, start, end, now, timezone } = input
  if (end <= start) refuse('invalid-input', 'A visit ends after it starts.')
  const { earliest, lastDate } = bookingWindow(service, { now, timezone })
  if (start < earliest)
    refuse('outside-booking-window', 'This time is too soon; choose a later one.')
  if (localDateOf(start, timezone) > lastDate)
    refuse('outside-booking-window', `Bookings are open until ${lastDate}; choose an earlier day.`)
}

const refuse = (code: RefusalCode, message: string): never => {
  throw new DomainError(code, message, { field: 'start' })
}
