import type { BookingView } from '../../../src/contracts/bookings/my-bookings.ts'
import { calendarFile } from '../../../src/domain/messages/calendar-file.ts'
import { visitEvent } from '../../../src/domain/messages/visit-event.ts'

type Of = {
  booking: Pick<BookingView, 'number' | 'visits'>
  host: string
  company: string
  /** ISO instant. */
  now: string
}

/** The visits of a booking as an iCalendar file; cancelled ones are left out. RFC 5545. */
export const visitCalendar = ({ booking, host, company, now }: Of): string =>
  calendarFile(
    booking.visits
      .filter(({ status }) => status !== 'cancelled')
      .map((visit) => visitEvent(visit, { number: booking.number, company, host })),
    { now },
  )
