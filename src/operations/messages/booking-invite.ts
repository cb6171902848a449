import { isLive } from '../../domain/bookings/states.ts'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { StoredBooking, StoredSender } from '../../database/messages/message-facts.ts'
import { eventUid } from '../../domain/messages/event-uid.ts'
import { oneLine } from '../../domain/messages/render.ts'
import { placeOfVisit } from '../../domain/messages/place-of-visit.ts'
import type { EmailAttachment } from '../../ports/email.ts'

/** More than the versions of a booking and its visit ever come to. */
const versionsAMove = 100_000

/**
 * The visits of a booking as an invitation (RFC 5545, RFC 5546). A visit keeps its UID for good, also
 * when it moves to another booking, and its SEQUENCE grows with each change, so that a calendar
 * replaces what it has.
 */
export const bookingInvite = ({
  booking,
  sender,
  from,
  host,
  now,
  isCancelled = false,
}: {
  booking: StoredBooking
  sender: StoredSender
  /** The address the message comes from. */
  from: string
  /** Right side of the UIDs. */
  host: string
  /** Epoch ms. */
  now: number
  isCancelled?: boolean
}): EmailAttachment => {
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ prodId: { company: 'Fieldbook', product: 'Bookings' }, method })
  const visits = booking.visits.filter((visit) => isCancelled || isLive(visit))
  for (const visit of visits) {
    const event = calendar.createEvent({
      id: eventUid(visit.origin, host),
      sequence: visit.moves * versionsAMove + booking.version + visit.version,
      stamp: new Date(now),
      start: new Date(visit.start),
      end: new Date(visit.end),
      summary: oneLine(`${visit.service} – ${sender.name}`),
      location: placeOfVisit(visit),
      description: `Booking ${booking.number}`,
      organizer: { name: oneLine(sender.name), email: from },
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (booking.customer.email) {
      event.createAttendee({ name: oneLine(booking.customer.name), email: booking.customer.email })
    }
  }
  return {
    filename: 'booking.ics',
    contentType: `text/calendar; method=${method}; charset=utf-8`,
    content: calendar.toString(),
  }
}
