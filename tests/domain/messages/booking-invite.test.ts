import { describe, expect, test } from 'vitest'
import type { StoredBooking, StoredSender } from '../../../src/database/messages/message-facts.ts'
import { bookingInvite } from '../../../src/operations/messages/booking-invite.ts'

const sender: StoredSender = {
  name: 'Harbour; Home, "Services"',
  phone: null,
  email: 'hello@harbour.example',
  locale: 'en-AU',
  currency: 'AUD',
  timezone: 'Australia/Sydney',
  mayCancel: true,
  mayReschedule: false,
  showFieldworker: true,
}

const visitOf = (id: string, status = 'confirmed') => ({
  id,
  origin: id,
  moves: 0,
  version: 2,
  service: 'Repair of a tap, a long one, in the bathroom upstairs behind the wall – naïve café',
  start: '2026-11-22T22:00:00.000Z',
  end: '2026-11-23T00:00:00.000Z',
  timezone: 'Australia/Sydney',
  status,
  acceptance: 'accepted',
  fieldworker: null,
  address: '12 King Street, Newtown NSW 2042',
  suburb: 'Newtown 2042',
  location: null,
})

const booking: StoredBooking = {
  id: 'b',
  number: 'FB-1042',
  version: 3,
  status: 'confirmed',
  isDeleted: false,
  startsAt: null,
  endsAt: null,
  isEmailPaused: false,
  isSmsPaused: false,
  customer: { id: 'c', name: 'Jo Park', email: 'jo@guest.test', phone: null },
  total: 0,
  currency: 'AUD',
  feeAmount: null,
  reason: null,
  notes: null,
  visits: [visitOf('v1'), visitOf('v2', 'cancelled')],
  series: null,
  offers: [],
}

const inviteOf = (change: Partial<StoredBooking> = {}, isCancelled = false) =>
  bookingInvite({
    booking: { ...booking, ...change },
    sender,
    from: 'hello@harbour.example',
    host: 'book.example',
    now: Date.parse('2026-11-20T00:00:00Z'),
    isCancelled,
  })

/** Content lines with their folds undone, as a calendar reads them (RFC 5545 §3.1). */
const linesOf = (content: string) =>
  content
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)

describe('the invitation of a confirmation', () => {
  const { content, contentType, filename } = inviteOf()
  const lines = linesOf(content)

  test('is a calendar file with one event for each visit that takes place', () => {
    expect(filename).toBe('booking.ics')
    expect(contentType).toBe('text/calendar; method=REQUEST; charset=utf-8')
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.at(-1)).toBe('END:VCALENDAR')
    expect(lines).toContain('VERSION:2.0')
    expect(lines).toContain('METHOD:REQUEST')
    expect(lines.some((line) => line.startsWith('PRODID:'))).toBe(true)
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  })

  test('gives the instants in UTC, an identity that stays and a sequence that grows', () => {
    expect(lines).toContain('DTSTART:20261122T220000Z')
    expect(lines).toContain('DTEND:20261123T000000Z')
    expect(lines).toContain('UID:v1@book.example')
    expect(lines).toContain('SEQUENCE:5')
    expect(linesOf(inviteOf({ version: 4 }).content)).toContain('SEQUENCE:6')
    expect(linesOf(inviteOf({ version: 4 }).content)).toContain('UID:v1@book.example')
  })

  test('escapes text, folds at 75 octets and ends every line as the standard says', () => {
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of content.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
    expect(lines).toContain(String.raw`LOCATION:12 King Street\, Newtown NSW 2042`)
    expect(lines.find((line) => line.startsWith('SUMMARY:'))).toContain(String.raw`tap\, a long`)
  })

  test('names who invites whom', () => {
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(
      /mailto:hello@harbour\.example$/i,
    )
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toMatch(/mailto:jo@guest\.test$/i)
  })
})

test('the file of a cancellation takes every visit out of the calendar again', () => {
  const { content, contentType } = inviteOf({}, true)
  const lines = linesOf(content)
  expect(contentType).toContain('method=CANCEL')
  expect(lines).toContain('METHOD:CANCEL')
  expect(lines.filter((line) => line === 'STATUS:CANCELLED')).toHaveLength(2)
})
