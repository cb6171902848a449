import { describe, expect, test } from 'vitest'
import { weekOf } from '../../site/src/lib/free-times.ts'
import { scheduleOf } from '../../site/src/lib/schedule.ts'
import { serviceGroups } from '../../site/src/lib/service-groups.ts'
import type { Service } from '../../site/src/lib/shapes.ts'
import { customerWords, fieldWords } from '../../site/src/lib/status-looks.ts'

const now = Date.parse('2026-11-21T00:00:00Z')
const booking = (id: string, status: string, day: string) => ({
  id,
  number: id,
  status: status as 'confirmed',
  startsAt: `2026-11-${day}T00:00:00Z`,
  endsAt: `2026-11-${day}T01:00:00Z`,
  next: null,
  timezone: 'Australia/Sydney',
  services: [],
  place: '',
  awaiting: [],
  progress: 'not_started' as const,
  fieldworkers: [],
})

describe("a customer's schedule", () => {
  test('the soonest confirmed visit is next, the rest follow by time', () => {
    const all = [
      booking('late', 'confirmed', '28'),
      booking('soon', 'confirmed', '22'),
      booking('gone', 'confirmed', '10'),
      booking('asked', 'pending', '25'),
      booking('off', 'cancelled', '26'),
    ]
    const { next, upcoming, pending, past } = scheduleOf(all, now)
    expect(next?.id).toBe('soon')
    expect(upcoming.map(({ id }) => id)).toEqual(['late'])
    expect(pending.map(({ id }) => id)).toEqual(['asked'])
    expect(past.map(({ id }) => id)).toEqual(['off', 'gone'])
  })

  test('a booking whose first visit is over stands where its next one is', () => {
    const half = {
      ...booking('half', 'confirmed', '18'),
      endsAt: '2026-11-27T01:00:00Z',
      next: { start: '2026-11-26T00:00:00Z', end: '2026-11-26T01:00:00Z' },
    }
    const { next, upcoming } = scheduleOf([half, booking('soon', 'confirmed', '22')], now)
    expect([next?.id, ...upcoming.map(({ id }) => id)]).toEqual(['soon', 'half'])
  })

  test('no bookings make an empty schedule', () => {
    expect(scheduleOf([], now)).toEqual({ next: null, upcoming: [], pending: [], past: [] })
  })
})

test('free times stand under the day of the place, and a week keeps its empty days', () => {
  const slot = { start: '2026-11-23T22:00:00Z', end: '2026-11-23T23:00:00Z', available: 2 }
  const days = weekOf('2026-11-23', [slot], 'Australia/Sydney')
  expect(days).toHaveLength(7)
  expect(days.filter(({ slots }) => slots.length > 0).map(({ day }) => day)).toEqual(['2026-11-24'])
})

test('services stand under their categories in the order of the office', () => {
  const service = (name: string, category: { name: string; order: number } | null) =>
    ({ name, category: category && { id: '', description: null, ...category } }) as Service
  const groups = serviceGroups([
    service('Odd job', null),
    service('Lawn', { name: 'Garden', order: 2 }),
    service('Tap', { name: 'Plumbing', order: 1 }),
  ])
  expect(groups.map(({ name }) => name)).toEqual(['Plumbing', 'Garden', 'Other services'])
})

describe('words for states', () => {
  test('progress speaks while the booking is open and is silent after', () => {
    expect(customerWords({ status: 'confirmed', progress: 'en_route' }).label).toBe('On the way')
    expect(customerWords({ status: 'cancelled', progress: 'en_route' }).label).toBe('Cancelled')
  })

  test('a state no one knows is never shown as it is stored', () => {
    expect(customerWords({ status: 'half_open', progress: '' }).label).not.toContain('_')
  })

  test('a fieldworker reads what they have to do', () => {
    const visit = { status: 'pending', acceptance: 'pending', progress: 'not_started' }
    expect(fieldWords(visit).label).toBe('Needs your answer')
    expect(fieldWords({ ...visit, acceptance: 'accepted' }).label).toBe('To do')
  })
})
