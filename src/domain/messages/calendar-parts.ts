import { liveStatuses } from '../bookings/states.ts'
import type { MessageEvent } from './events.ts'

/** Which visits a message brings up to date in its customer's calendar. */
export type CalendarParts = {
  /** Of the booking alone, or of every booking of its series. */
  of: 'booking' | 'series'
  /** Visits that are to stand there, by their status. */
  shown: readonly string[]
  /** Whether visits that are cancelled are taken out. */
  cancels: boolean
}

/** A message that is not named brings no file. */
export const calendarParts: Partial<Record<MessageEvent, CalendarParts>> = {
  'booking-confirmed': { of: 'booking', shown: liveStatuses, cancels: false },
  'booking-retimed': { of: 'booking', shown: liveStatuses, cancels: false },
  'booking-clock-kept': { of: 'booking', shown: liveStatuses, cancels: false },
  'booking-changed': { of: 'booking', shown: liveStatuses, cancels: true },
  'booking-cancelled': { of: 'booking', shown: [], cancels: true },
  // As with one booking, what waits for an answer is added once it is confirmed.
  'series-booked': { of: 'series', shown: ['confirmed'], cancels: false },
  'series-moved': { of: 'series', shown: liveStatuses, cancels: false },
  'series-ended': { of: 'series', shown: [], cancels: true },
}

type Visit = { status: string; end: string }

/** What a message does with one visit in a calendar; null where it leaves it alone. */
export const methodFor = (
  visit: Visit,
  { of, shown, cancels }: CalendarParts,
  now: number,
): 'CANCEL' | 'REQUEST' | null => {
  if (of === 'series' && Date.parse(visit.end) <= now) return null
  if (shown.includes(visit.status)) return 'REQUEST'
  return cancels && visit.status === 'cancelled' ? 'CANCEL' : null
}
