import { describe, expect, test } from 'vitest'
import type { StoredBooking, StoredSender } from '../../../src/database/messages/message-facts.ts'
import { calendarParts } from '../../../src/domain/messages/calendar-parts.ts'
import { bookingInvites } from '../../../src/operations/messages/booking-invites.ts'
import { readCalendar } from '../../support/read-calendar.ts'

const sender = { name: 'Harbour Home Services', locale: 'en-AU' } as StoredSender
const now = Date.parse('2026-11-20T00:00:00Z')

const visitOf = (id: string, status = 'confirmed') => ({
  id,
  origin: id,
  moves: 0,
  version: 2,
  service: 'Tap repair',
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

const booking = {
  id: 'b',
  number: 'FB-1042',
  version: 3,
  status: 'confirmed',
  customer: { id: 'c', name: 'Jo Park', email: 'jo@guest.test', phone: null },
  visits: [visitOf('v1')],
} as unknown as StoredBooking

const filesOf = (
  event: keyof typeof calendarParts,
  visits = booking.visits,
  change: Partial<StoredBooking> = {},
) => {
  const parts = calendarParts[event]
  if (!parts) throw new Error(`${event} brings no file.`)
  const asked = { parts, sender, from: 'hello@harbour.example', host: 'book.example', now }
  return bookingInvites([{ ...booking, visits, ...change }], asked)
}
const readAll = (files: { content: string }[]) =>
  files.map(({ content }) => {
    const { method, events } = readCalendar(content)
    return { method, ids: events.map(({ uid, status }) => `${uid} ${status}`) }
  })

describe('the files of a message', () => {
  test('invite to a visit with a sequence that grows with it and its booking', () => {
    const [file] = filesOf('booking-confirmed')
    const sequence = (change: Partial<StoredBooking>, visits = booking.visits) =>
      readCalendar(filesOf('booking-confirmed', visits, change)[0]?.content ?? '').events[0]
        ?.sequence

    expect(file?.filename).toBe('booking.ics')
    expect(file?.contentType).toBe('text/calendar; method=REQUEST; charset=utf-8')
    expect(sequence({})).toBe(5)
    expect(sequence({ version: 4 })).toBe(6)
    expect(sequence({}, [{ ...visitOf('v1'), moves: 1 }])).toBe(100_005)
  })

  test('hold one visit each', () => {
    const files = filesOf('booking-confirmed', [visitOf('v1'), visitOf('v2')])

    expect(files.map(({ filename }) => filename)).toEqual(['booking-1.ics', 'booking-2.ics'])
    expect(readAll(files)).toEqual([
      { method: 'REQUEST', ids: ['v1@book.example CONFIRMED'] },
      { method: 'REQUEST', ids: ['v2@book.example CONFIRMED'] },
    ])
  })

  test('take what is cancelled out of the calendar, and what stays in it', () => {
    const visits = [visitOf('v1'), visitOf('v2', 'cancelled'), visitOf('v3', 'rescheduled')]

    expect(readAll(filesOf('booking-changed', visits))).toEqual([
      { method: 'REQUEST', ids: ['v1@book.example CONFIRMED'] },
      { method: 'CANCEL', ids: ['v2@book.example CANCELLED'] },
    ])
    expect(readAll(filesOf('booking-confirmed', visits))).toHaveLength(1)
    const [cancelled] = filesOf('booking-cancelled', [visitOf('v2', 'cancelled')])
    expect(cancelled?.contentType).toContain('method=CANCEL')
  })

  test('say of what waits for an answer that it is not sure', () => {
    const pending = [visitOf('v1', 'pending')]

    expect(readAll(filesOf('booking-retimed', pending))).toEqual([
      { method: 'REQUEST', ids: ['v1@book.example TENTATIVE'] },
    ])
    expect(filesOf('series-booked', pending)).toEqual([])
  })

  test('leave visits of a series that are over alone', () => {
    const over = { start: '2026-11-01T00:00:00.000Z', end: '2026-11-01T01:00:00.000Z' }
    const visits = [{ ...visitOf('v1'), ...over }, visitOf('v2')]

    expect(readAll(filesOf('series-moved', visits)).flatMap(({ ids }) => ids)).toEqual([
      'v2@book.example CONFIRMED',
    ])
  })
})
