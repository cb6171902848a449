import ical from 'ical-generator'
import type { BookingView } from '../../../src/contracts/bookings/my-bookings.ts'
import { eventUid } from '../../../src/domain/messages/event-uid.ts'

/** The visits of a booking as an iCalendar file; cancelled ones are left out. RFC 5545. */
export function visitCalendar({
  booking,
  host,
  company,
}: {
  booking: BookingView
  host: string
  company: string
}): string {
  const calendar = ical({ name: company, prodId: { company, product: 'Fieldbook' } })
  for (const visit of booking.visits) {
    if (visit.status === 'cancelled') continue
    calendar.createEvent({
      id: eventUid(visit.origin, host),
      start: new Date(visit.start),
      end: new Date(visit.end),
      summary: `${visit.service} · ${company}`,
      location: visit.place,
      description: `Booking ${booking.number}`,
    })
  }
  return calendar.toString()
}
