export type CalendarEvent = {
  uid: string
  /** Grows with each change, so that a calendar replaces what it has (RFC 5545 §3.8.7.4). */
  sequence: number
  status: 'CANCELLED' | 'CONFIRMED' | 'TENTATIVE'
  /** ISO instants. */
  start: string
  end: string
  summary: string
  location: string
  description: string
}

type Person = { name: string; email: string }

/** What the file asks for, and of whom (RFC 5546 §3.2); a file without it is there to be looked at. */
export type Invitation = {
  method: 'CANCEL' | 'REQUEST'
  organizer: Person
  attendee: Person | null
}

const instant = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '')
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines of 75 octets at most; the next one goes on after a space (RFC 5545 §3.1). */
const folded = (line: string): string => {
  let out = ''
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += size
  }
  return out
}

const person = (property: string, { name, email }: Person) =>
  `${property};CN="${name.replace(/[\p{Cc}"]/gu, '')}":mailto:${email}`

const eventLines = (event: CalendarEvent, now: string, invitation: Invitation | undefined) => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${instant(now)}`,
  `SEQUENCE:${event.sequence}`,
  `STATUS:${event.status}`,
  `DTSTART:${instant(event.start)}`,
  `DTEND:${instant(event.end)}`,
  `SUMMARY:${escaped(event.summary)}`,
  `LOCATION:${escaped(event.location)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(invitation ? [person('ORGANIZER', invitation.organizer)] : []),
  ...(invitation?.attendee ? [person('ATTENDEE;ROLE=REQ-PARTICIPANT', invitation.attendee)] : []),
  'END:VEVENT',
]

/**
 * Events as an iCalendar file (RFC 5545): what mail, portal and widget hand out. One that invites
 * holds a single event, for calendars take one UID a message (RFC 5546 §3.2.2). `now` is an ISO
 * instant.
 */
export const calendarFile = (
  events: readonly CalendarEvent[],
  { now, invitation }: { now: string; invitation?: Invitation },
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fieldbook//Bookings//EN',
    ...(invitation ? [`METHOD:${invitation.method}`] : []),
    ...events.flatMap((event) => eventLines(event, now, invitation)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
