import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConflictsAnswer } from '../../../src/contracts/scheduling/conflicts.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let one: string
beforeAll(async () => {
  harness = await openHarness()
  one = harness.shop.people[0]
}, 120_000)
afterAll(() => harness.stop())

const book = async (day: number, time: string) => {
  const wanted = { service: 'direct', start: sydney(day, time), customerId: harness.shop.customer }
  return (await harness.book({ ...wanted, fieldworker: one }, 'dispatcher')).body.id
}

const conflicts = async () => {
  const { body } = await harness.send('GET', '/app/conflicts', 'dispatcher')
  return (body as unknown as ConflictsAnswer).conflicts
}

const alerts = (booking: string) =>
  harness.sql(`select id from notifications where booking_id = $1 and event = 'visit-conflict'`, [
    booking,
  ])

test('a new absence over a visit is a conflict that the office sees and hears of', async () => {
  const covered = await book(5, '09:00')
  const free = await book(5, '14:00')
  expect(await conflicts()).toEqual([])

  await harness.send('POST', '/unavailabilities', 'manager', {
    fieldworker: one,
    start: sydney(5, '08:00'),
    end: sydney(5, '12:00'),
    kind: 'sick',
    note: 'Flu',
  })

  const found = await conflicts()
  expect(found.map(({ booking, kind, note }) => [booking.id, kind, note])).toEqual([
    [covered, 'unavailability', 'Flu'],
  ])
  expect((await alerts(covered)).length).toBeGreaterThan(0)
  expect(await alerts(free)).toEqual([])
  expect(await harness.statusOf(covered)).toBe('confirmed')

  await harness.send('POST', `/bookings/${covered}/reschedule`, 'dispatcher', {
    start: sydney(5, '12:30'),
  })
  expect(await conflicts()).toEqual([])
})

test('an imported busy event over a visit is one too; ended visits are not', async () => {
  const booking = await book(6, '09:00')
  await harness.sql(
    `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
     values ($1, $2, $3, 'external', false)`,
    [one, sydney(6, '09:30'), sydney(6, '10:30')],
  )
  expect((await conflicts()).map(({ kind }) => kind)).toEqual(['external'])
  await harness.send('POST', `/bookings/${booking}/cancel`, 'dispatcher', { reason: 'x' })
  expect(await conflicts()).toEqual([])
})

test('conflicts are for the office only', async () => {
  const { code } = await harness.send('GET', '/app/conflicts', 'fieldworker')
  const customer = await harness.send('GET', '/app/conflicts', 'customer')
  const odd = await harness.send('GET', '/app/conflicts?from=2026-13-01', 'admin')
  expect([code, customer.code, odd.code]).toEqual(['not-allowed', 'not-allowed', 'invalid-input'])
})
