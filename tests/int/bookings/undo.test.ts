import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.stop())

let made = 0
const book = async (): Promise<{ booking: string; visit: string }> => {
  made += 1
  const customer = { name: `Undo ${made}`, email: `undo${made}@guests.test` }
  const [fieldworker] = harness.shop.people
  const start = sydney(3 + made, '09:00')
  const { body } = await harness.book({ service: 'direct', start, fieldworker, customer }, 'admin')
  const [visit] = await harness.visitsOf(body.id)
  await harness.sql(`update deliveries set state = 'sent' where booking_id = $1`, [body.id])
  return { booking: body.id, visit: visit?.id ?? '' }
}

const assign = async (visit: string, person: 0 | 1, undo?: string, as: Person = 'dispatcher') => {
  const { status, body } = await harness.app.request('POST', `/appointments/${visit}/assign`, {
    as,
    body: { fieldworker: harness.shop.people[person] },
    ...(undo && { headers: { 'x-undo': undo } }),
  })
  expect(status, JSON.stringify(body)).toBe(200)
}

type Row = { state: string; event: string; wait: number | null }

const noticesOf = (booking: string) =>
  harness.sql<Row>(
    `select state, event, extract(epoch from not_before - now())::float8 as wait from deliveries
     where booking_id = $1 and channel <> 'calendar' and state <> 'sent' order by created_at, key`,
    [booking],
  )

test('the messages of a move wait for the undo window', async () => {
  const { booking, visit } = await book()
  await assign(visit, 1, '10')
  const notices = await noticesOf(booking)
  expect(notices.map(({ event }) => event).toSorted()).toEqual([
    'offer-withdrawn',
    'visit-assigned',
  ])
  for (const { state, wait } of notices) {
    expect(state).toBe('pending')
    expect(wait).toBeGreaterThan(5)
    expect(wait).toBeLessThanOrEqual(10)
  }
})

test('a move that is taken back leaves no message, and the visit where it was', async () => {
  const { booking, visit } = await book()
  await assign(visit, 1, '10')
  await assign(visit, 0, 'take-back')
  const notices = await noticesOf(booking)
  expect(notices.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  const [row] = await harness.visitsOf(booking)
  expect(row?.fieldworker_id).toBe(harness.shop.people[0])

  await assign(visit, 1)
  const later = await noticesOf(booking)
  expect(later.filter(({ state, wait }) => state === 'pending' && wait === null)).toHaveLength(2)
})

test('people already notified of a change are notified of its undoing', async () => {
  const { booking, visit } = await book()
  await assign(visit, 1, '10')
  await harness.sql(`update deliveries set state = 'sent' where booking_id = $1`, [booking])
  await assign(visit, 0, 'take-back')
  const notices = await noticesOf(booking)
  expect(notices.map(({ event, state }) => `${event} ${state}`).toSorted()).toEqual([
    'offer-withdrawn pending',
    'visit-assigned pending',
  ])
})

test.each([
  ['86400', 15],
  ['-5', 0],
  ['soon', 0],
])('a window of %s seconds counts as %i', async (asked, seconds) => {
  const { booking, visit } = await book()
  await assign(visit, 1, asked)
  for (const { wait } of await noticesOf(booking)) {
    expect(Math.ceil(wait ?? 0)).toBe(seconds)
  }
})

test('outside the office no one holds messages back', async () => {
  const { booking, visit } = await book()
  const answer = await harness.app.request('POST', `/bookings/${booking}/cancel`, {
    as: 'fieldworker',
    body: { reason: 'x' },
    headers: { 'x-undo': '10' },
  })
  expect(visit).not.toBe('')
  for (const { wait } of await noticesOf(booking)) expect(wait, `${answer.status}`).toBe(null)
})
