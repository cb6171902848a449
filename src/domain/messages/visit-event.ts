import type { BookingState } from '../bookings/booking-lifecycle.ts'
import type { CalendarEvent } from './calendar-file.ts'
import { eventUid } from './event-uid.ts'

/** More than the versions of a booking and its visit ever come to. */
const versionsAMove = 100_000

/** How often the event of a visit has changed: with its own, its booking's, and each move. */
export const eventSequence = ({
  moves,
  version,
  bookingVersion,
}: {
  /** How often it moved to a visit in its place. */
  moves: number
  version: number
  bookingVersion: number
}): number => moves * versionsAMove + bookingVersion + version

/** Those in which the event stands; of a visit that moved it is the same event, at its successor's time. */
type Standing = 'completed' | 'confirmed' | 'no_show' | 'rescheduled'

const statusOf: Record<string, CalendarEvent['status']> = {
  pending: 'TENTATIVE',
  cancelled: 'CANCELLED',
} satisfies Record<Exclude<BookingState, Standing>, CalendarEvent['status']>

type Visit = {
  /** The visit that was booked first, before any move. */
  origin: string
  sequence: number
  status: string
  service: string
  start: string
  end: string
  place: string | null
}

/** A visit as calendars show it, the same whoever hands out the file: mail, portal or widget. */
export const visitEvent = (
  visit: Visit,
  { number, company, host }: { number: string; company: string; host: string },
): CalendarEvent => ({
  uid: eventUid(visit.origin, host),
  sequence: visit.sequence,
  status: statusOf[visit.status] ?? 'CONFIRMED',
  start: visit.start,
  end: visit.end,
  summary: [visit.service, company].filter(Boolean).join(' – '),
  location: visit.place ?? '',
  description: `Booking ${number}`,
})
