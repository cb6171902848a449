import type {
  StoredBooking,
  StoredSender,
  StoredVisit,
} from '../../database/messages/message-facts.ts'
import { calendarFile } from '../../domain/messages/calendar-file.ts'
import { type CalendarParts, methodFor } from '../../domain/messages/calendar-parts.ts'
import { placeOfVisit } from '../../domain/messages/place-of-visit.ts'
import { oneLine } from '../../domain/messages/render.ts'
import { eventSequence, visitEvent } from '../../domain/messages/visit-event.ts'
import type { EmailAttachment } from '../../ports/email.ts'

type Asked = {
  sender: StoredSender
  /** The address the message comes from. */
  from: string
  /** Right side of the UIDs. */
  host: string
  /** Epoch ms. */
  now: number
}

const eventOf = (visit: StoredVisit, booking: StoredBooking, { sender, host }: Asked) =>
  visitEvent(
    {
      ...visit,
      service: oneLine(visit.service),
      place: placeOfVisit(visit),
      sequence: eventSequence({ ...visit, bookingVersion: booking.version }),
    },
    { number: booking.number, company: oneLine(sender.name), host },
  )

/**
 * The visits of bookings as invitations and cancellations, each a file of its own: a visit keeps
 * its UID for good, also when it moves to another booking (RFC 5545, RFC 5546 §3.2.2).
 */
export const bookingInvites = (
  bookings: readonly StoredBooking[],
  { parts, ...asked }: Asked & { parts: CalendarParts },
): EmailAttachment[] => {
  const { sender, from, now } = asked
  const organizer = { name: oneLine(sender.name), email: from }
  const files = bookings.flatMap((booking) =>
    booking.visits.flatMap((visit) => {
      const method = methodFor(visit, parts, now)
      if (!method) return []
      const { name, email } = booking.customer
      const attendee = email ? { name: oneLine(name), email } : null
      const content = calendarFile([eventOf(visit, booking, asked)], {
        now: new Date(now).toISOString(),
        invitation: { method, organizer, attendee },
      })
      return [{ content, contentType: `text/calendar; method=${method}; charset=utf-8` }]
    }),
  )
  return files.map((file, at) => ({
    filename: files.length === 1 ? 'booking.ics' : `booking-${at + 1}.ics`,
    ...file,
  }))
}
