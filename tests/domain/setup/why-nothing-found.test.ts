import { expect, test } from 'vitest'
import { type SearchCause, whyNothingFound } from '../../../src/domain/setup/why-nothing-found.ts'
import { healthyCompany } from './healthy-company.ts'

const now = Date.parse('2027-03-01T00:00:00Z')
const dayMs = 86_400_000

type Search = Parameters<typeof whyNothingFound>[0]

const search = (): Search => {
  const company = healthyCompany(7)
  const [service] = company.services
  if (!service) throw new Error('A company without services.')
  return {
    service: { ...service, crewSize: 1, durationMinutes: 60 },
    place: { kind: 'mobile', areas: ['area-0'], location: null, opening: null },
    people: company.people,
    window: { start: now, end: now + 7 * dayMs },
    now,
  }
}

test.each<[SearchCause, string, (asked: Search) => Search]>([
  ['fully-booked', 'everybody works then', (asked) => asked],
  ['unknown-postcode', 'no area has the address', (asked) => ({ ...asked, place: null })],
  ['nobody-able', 'nobody does the service', (asked) => ({ ...asked, people: [] })],
  [
    'nobody-able',
    'the crew is larger than those who can',
    (asked) => ({ ...asked, service: { ...asked.service, crewSize: 50 } }),
  ],
  [
    'outside-window',
    'the days lie beyond the horizon',
    (asked) => ({ ...asked, window: { start: now + 90 * dayMs, end: now + 97 * dayMs } }),
  ],
  [
    'outside-window',
    'the notice is longer than the days asked for',
    (asked) => ({ ...asked, service: { ...asked.service, noticeMinutes: 8 * 1440 } }),
  ],
  [
    'outside-hours',
    'the days are a weekend',
    (asked) => ({
      ...asked,
      window: {
        start: Date.parse('2027-03-05T13:00:00Z'),
        end: Date.parse('2027-03-07T13:00:00Z'),
      },
    }),
  ],
  [
    'outside-hours',
    'the location is closed while they work',
    (asked) => ({
      ...asked,
      place: {
        ...{ kind: 'fixed', areas: [], location: 'location-0' },
        opening: {
          ...{ id: 'location-0', name: 'Shop', timezone: 'Australia/Sydney', exceptions: [] },
          hours: [{ days: ['mon'], start: '20:00', end: '22:00' }],
        },
      },
    }),
  ],
])('the cause is %s where %s', (cause, _, ask) => {
  expect(whyNothingFound(ask(search()))).toBe(cause)
})
