import { describe, expect, test } from 'vitest'
import { calendarFile } from '../../../src/domain/messages/calendar-file.ts'
import { visitEvent } from '../../../src/domain/messages/visit-event.ts'
import { readCalendar } from '../../support/read-calendar.ts'

const now = '2026-11-20T00:00:00.000Z'
const visit = {
  origin: 'v1',
  sequence: 5,
  status: 'confirmed',
  service: 'Rohrreinigung, gründlich; mit „Prüfung“ '.repeat(4).trim(),
  start: '2026-11-22T22:00:00.000Z',
  end: '2026-11-23T00:00:00.000Z',
  place: '12 King Street\nNewtown; NSW, 2042 \\ rear',
}
const of = { number: 'FB-1042', company: 'Harbour; Home, "Services"', host: 'book.example' }
const eventIn = (change: Partial<typeof visit> = {}) => visitEvent({ ...visit, ...change }, of)

describe('a calendar file', () => {
  test('is read by a calendar as it was meant', () => {
    const { events, method, version } = readCalendar(calendarFile([eventIn()], { now }))

    expect([version, method]).toEqual(['2.0', ''])
    expect(events).toEqual([
      {
        uid: 'v1@book.example',
        sequence: 5,
        status: 'CONFIRMED',
        start: visit.start,
        end: visit.end,
        summary: `${visit.service} – ${of.company}`,
        location: visit.place,
        organizer: '',
        attendee: '',
      },
    ])
  })

  test('marks what is tentative and what is cancelled', () => {
    const statuses = ['pending', 'confirmed', 'completed', 'cancelled'].map((status) => {
      const file = calendarFile([eventIn({ status })], { now })
      return readCalendar(file).events[0]?.status
    })

    expect(statuses).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  })

  test('invites in the name of the company', () => {
    const file = calendarFile([eventIn()], {
      now,
      invitation: {
        method: 'REQUEST',
        organizer: { name: of.company, email: 'hello@harbour.example' },
        attendee: { name: 'Jo "JP" Park\r\nX-EVIL:1', email: 'jo@guest.test' },
      },
    })
    const { method, events, names } = readCalendar(file)

    expect(method).toBe('REQUEST')
    expect(names).toEqual(['version', 'prodid', 'method'])
    expect(events[0]).toMatchObject({
      organizer: 'mailto:hello@harbour.example',
      attendee: 'mailto:jo@guest.test',
    })
  })

  test('folds at 75 octets and ends every line as the standard says', () => {
    const file = calendarFile([eventIn()], { now })

    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
