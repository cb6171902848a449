import { expect, test } from 'vitest'
import { setupFaults } from '../../../src/domain/setup/setup-faults.ts'
import { type Company, healthyCompany } from './healthy-company.ts'

const now = Date.parse('2027-03-01T00:00:00Z')

const first = <One>(list: One[]): One => list[0] as One
const service = (company: Company) => first(company.services)
const person = (company: Company) => first(company.people)
const area = (company: Company) => first(company.areas)
const location = (company: Company) => first(company.locations)
const settings = ({ settings: all }: Company) => all

/** What somebody did to a company in which everything worked, and the fault that it makes. */
const seeded: [string, (company: Company) => unknown, code: string][] = [
  [
    'nobody does a service',
    (c) => c.people.forEach((p) => p.services.shift()),
    'service-without-people',
  ],
  [
    'those who do it are inactive',
    (c) => c.people.forEach((p) => (p.active = false)),
    'service-people-away',
  ],
  [
    'those who do it are blocked',
    (c) => c.people.forEach((p) => (p.blocked = true)),
    'service-people-away',
  ],
  ['everybody is inactive', (c) => c.people.forEach((p) => (p.active = false)), 'nobody-works'],
  ['there is nobody', (c) => (c.people = []), 'nobody-works'],
  ['nobody has its skill', (c) => (service(c).skills = ['gone']), 'service-without-skill'],
  [
    'two people have one skill each',
    (c) => (service(c).skills = ['skill-0', 'rare']),
    'service-without-skill',
  ],
  ['a service takes no time', (c) => (service(c).durationMinutes = 0), 'service-without-length'],
  [
    'its notice is longer than its horizon',
    (c) => (service(c).noticeMinutes = 61 * 1440),
    'service-notice-beyond-horizon',
  ],
  [
    'its horizon is shorter than its notice',
    (c) => Object.assign(service(c), { horizonDays: 1, noticeMinutes: 2880 }),
    'service-notice-beyond-horizon',
  ],
  ['it is longer than any day', (c) => (service(c).durationMinutes = 600), 'service-without-time'],
  [
    'those who do it work for minutes',
    (c) => c.people.forEach((p) => (p.hours = [{ days: ['mon'], start: '08:00', end: '08:05' }])),
    'service-without-time',
  ],
  [
    'its location is open at night alone',
    (c) =>
      Object.assign(service(c), { locationTypes: ['fixed'], locations: ['location-0'] }) &&
      (location(c).hours = [{ days: ['mon'], start: '20:00', end: '23:00' }]),
    'service-without-time',
  ],
  ['its crew is too large', (c) => (service(c).crewSize = 20), 'service-crew-too-large'],
  ['it is done nowhere', (c) => (service(c).locationTypes = []), 'service-without-place-kind'],
  [
    'it is mobile without an area',
    (c) => Object.assign(c, { areas: [] }) && (service(c).locationTypes = ['mobile']),
    'service-without-area',
  ],
  [
    'it is fixed without a location',
    (c) => Object.assign(c, { locations: [] }) && (service(c).locationTypes = ['fixed']),
    'service-without-location',
  ],
  [
    'its location is gone',
    (c) => Object.assign(service(c), { locationTypes: ['fixed'], locations: ['gone'] }),
    'service-without-location',
  ],
  [
    'its people work in another area',
    (c) =>
      Object.assign(service(c), { locationTypes: ['mobile'] }) &&
      c.people.forEach((p) => (p.areas = ['elsewhere'])),
    'service-people-elsewhere',
  ],
  [
    'its people work at another location',
    (c) =>
      Object.assign(service(c), { locationTypes: ['fixed'] }) &&
      c.people.forEach((p) => (p.locations = ['elsewhere'])),
    'service-people-elsewhere',
  ],
  ['a person has no hours', (c) => (person(c).hours = []), 'person-without-hours'],
  [
    'a person is closed on every day',
    (c) => (person(c).hours = [{ days: [], start: '08:00', end: '17:00' }]),
    'person-without-hours',
  ],
  ['a person does nothing', (c) => (person(c).services = []), 'person-without-services'],
  [
    'a person does what is no longer offered',
    (c) => (person(c).services = ['gone']),
    'person-without-services',
  ],
  [
    'a person has none of the skills',
    (c) =>
      Object.assign(person(c), { skills: [] }) &&
      c.services.forEach((s) => (s.skills = ['skill-0'])),
    'person-without-skills',
  ],
  ['a person’s area is inactive', (c) => (person(c).areas = ['gone']), 'person-area-inactive'],
  [
    'a person’s location is deleted',
    (c) => (person(c).locations = ['gone']),
    'person-location-inactive',
  ],
  [
    'a person who is asked cannot answer',
    (c) =>
      Object.assign(settings(c), { assignmentMethod: 'request' }) &&
      Object.assign(person(c), { hasLogin: false, email: null }),
    'person-unreachable',
  ],
  [
    'an area has no postcodes',
    (c) => Object.assign(area(c), { kind: 'postcodes', postcodes: [] }),
    'area-without-postcodes',
  ],
  [
    'an area has a blank for a postcode',
    (c) => Object.assign(area(c), { kind: 'postcodes', postcodes: [' '] }),
    'area-without-postcodes',
  ],
  [
    'a circle has no centre',
    (c) => Object.assign(area(c), { kind: 'radius', centre: null, radiusKm: 5 }),
    'area-without-circle',
  ],
  [
    'a circle has no radius',
    (c) => Object.assign(area(c), { kind: 'radius', centre: { lat: 0, lng: 0 }, radiusKm: 0 }),
    'area-without-circle',
  ],
  [
    'two areas share a postcode across zones',
    (c) =>
      c.areas.push({
        ...area(c),
        id: 'z',
        kind: 'postcodes',
        postcodes: ['20 00'],
        timezone: 'Australia/Perth',
      }),
    'area-zones-differ',
  ],
  [
    'nobody works in an area',
    (c) =>
      Object.assign(service(c), { locationTypes: ['mobile'] }) &&
      c.areas.push({ ...area(c), id: 'new' }) &&
      c.people.forEach((p) => (p.areas = ['area-0'])),
    'area-without-people',
  ],
  [
    'a location is closed all year',
    (c) => (location(c).hours = [{ days: [], start: '08:00', end: '17:00' }]),
    'location-closed',
  ],
  [
    'nobody works at a location',
    (c) =>
      Object.assign(service(c), { locationTypes: ['fixed'], locations: [] }) &&
      c.locations.push({ ...location(c), id: 'new' }) &&
      c.people.forEach((p) => (p.locations = ['location-0'])),
    'location-without-people',
  ],
  ['a role opens nothing', (c) => (first(c.roles).permissions = []), 'role-opens-nothing'],
  ['an account’s role is gone', (c) => (first(c.users).permissions = null), 'user-without-role'],
  ['nobody may change roles', (c) => (first(c.users).active = false), 'nobody-edits-roles'],
  [
    'a fieldworker’s login belongs to nobody',
    (c) => Object.assign(first(c.users), { kind: 'fieldworker' }),
    'login-without-person',
  ],
  [
    'a person has two logins',
    (c) => c.users.push({ ...(c.users[1] as Company['users'][number]), id: 'user-2' }),
    'person-with-two-logins',
  ],
  ['a key has expired', (c) => (first(c.keys).expiresAt = now - 1), 'key-expired'],
  ['a key has no scopes', (c) => (first(c.keys).scopes = []), 'key-without-scopes'],
  ['a key’s role is gone', (c) => (first(c.keys).hasRole = false), 'key-without-role'],
  [
    'nothing can be booked online',
    (c) => c.services.forEach((s) => (s.bookable = false)),
    'nothing-to-book',
  ],
  [
    'requests have nowhere to go',
    (c) => Object.assign(c.company, { email: null, phone: null }) && (service(c).mode = 'request'),
    'no-way-to-ask',
  ],
  ['messages have no sender', (c) => (c.company.email = null), 'no-sender'],
  [
    'the alert comes after the deadline',
    (c) => Object.assign(settings(c), { assignmentMethod: 'broadcast', escalateAfterHours: 24 }),
    'escalation-after-deadline',
  ],
  [
    'there is no reason to decline',
    (c) => Object.assign(settings(c), { assignmentMethod: 'request', declineReasons: [] }),
    'no-reason-to-decline',
  ],
  ['the late fee is zero', (c) => (settings(c).cancellationFeeAmount = 0), 'fee-of-nothing'],
  [
    'the default fee of the list is zero',
    (c) =>
      (settings(c).cancellationFees = [
        { name: 'Goodwill', kind: 'percent', percent: 0, isDefault: true },
      ]),
    'fee-of-nothing',
  ],
  ['the late fee has no notice', (c) => (settings(c).cancelNoticeHours = 0), 'fee-without-notice'],
]

test.each(seeded)('it is named that %s', (_, breakIt, code) => {
  const company = healthyCompany(7)
  breakIt(company)

  const found = setupFaults(company, now)

  expect(found.map((fault) => fault.code)).toContain(code)
  for (const { message, fix } of found) {
    expect(message).toMatch(/^[\p{Lu}“].+\.$/u)
    expect(fix).toMatch(/^\p{Lu}.+\.$/u)
  }
})

test.each(Array.from({ length: 10 }, (_, seed) => seed + 1))(
  'nothing is named where everything works, in company %i',
  (seed) => {
    expect(setupFaults(healthyCompany(seed), now)).toEqual([])
  },
)

test('a fault of the times follows the clock of the place', () => {
  const company = healthyCompany(7)
  const night = { ...service(company), ...{ locationTypes: ['mobile' as const], skills: [] } }
  company.services = [{ ...night, durationMinutes: 60, crewSize: 1 }]
  for (const one of company.people) {
    one.hours = [{ days: ['sat'], start: '23:30', end: '00:30' }]
    one.services = [night.id]
  }

  expect(setupFaults(company, now)).toEqual([])
})
