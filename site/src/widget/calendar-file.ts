import { eventUid } from '../../../src/domain/messages/event-uid.ts'

type Event = {
  /** The first visit of the booking. */
  visit: string
  start: string
  end: string
  summary: string
  location: string
  description: string
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

/** One visit as an iCalendar file (RFC 5545). `now` is an ISO instant. */
export const calendarFile = (event: Event, { host, now }: { host: string; now: string }): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fieldbook//Widget//EN',
    'BEGIN:VEVENT',
    `UID:${eventUid(event.visit, host)}`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(event.start)}`,
    `DTEND:${instant(event.end)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
