import { expect, test } from 'vitest'
import { mapLink } from '../../site/src/lib/map-link.ts'
import { visitCalendar } from '../../site/src/lib/visit-calendar.ts'

test('a map link carries the point and the words of the address', () => {
  const address = { line1: '12 King St', line2: null, suburb: 'Newtown', postcode: '2042' }
  const at = { ...address, accessNotes: null, coordinates: { lat: -33.9, lng: 151.18 } }
  expect(mapLink({ address: at, place: '' })).toBe(
    'geo:-33.9,151.18?q=12%20King%20St%2C%20Newtown%2C%202042',
  )
  expect(mapLink({ address: null, place: 'Newtown' })).toBe('geo:0,0?q=Newtown')
  expect(mapLink({ address: null, place: '' })).toBeNull()
})

test('the calendar file holds the visits that take place', () => {
  const visit = {
    id: 'v1',
    origin: 'v0',
    service: 'Tap repair',
    start: '2026-11-24T00:00:00.000Z',
    end: '2026-11-24T01:00:00.000Z',
    sequence: 2,
    status: 'confirmed',
    place: '12 King St, Newtown',
  }
  const booking = {
    number: 'B-1',
    visits: [visit, { ...visit, id: 'v2', origin: 'v2', status: 'cancelled' }],
  }
  const file = visitCalendar({
    booking: booking as never,
    host: 'book.test',
    company: 'Harbour',
    now: '2026-11-20T00:00:00Z',
  })
  expect(file).toContain('UID:v0@book.test')
  expect(file).toContain('DTSTART:20261124T000000Z')
  expect(file).toContain('LOCATION:12 King St\\, Newtown')
  expect(file).not.toContain('v2@')
})
