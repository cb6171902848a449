import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type LineHarness, lineHarnessOf } from '../../support/line-harness.ts'
import { type MoveHarness, moveHarnessOf } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let words: MoveHarness
let add: LineHarness['add']
let lineIn: LineHarness['lineIn']
let totalOf: LineHarness['totalOf']
let one: string
let two: string
beforeAll(async () => {
  harness = await openHarness()
  words = moveHarnessOf(harness)
  ;({ add, lineIn, totalOf } = lineHarnessOf(harness))
  ;[one, two] = harness.shop.people
}, 120_000)
afterAll(() => harness.stop())

test('the office books several services at once: one after the other by the same person, or another day', async () => {
  const body = {
    service: 'direct',
    customerId: harness.shop.customer,
    start: sydney(16, '09:00'),
    people: 2,
    more: [
      { service: 'approval' },
      { service: 'direct', start: sydney(17, '10:00'), unassigned: true },
    ],
  }

  const booked = await harness.book(body, 'dispatcher')
  const customer = await harness.book({ ...body, customerId: undefined }, 'customer')

  expect(booked.status, JSON.stringify(booked.body)).toBe(201)
  const visits = await harness.visitsOf(booked.body.id)
  const starts = visits.map((visit) => (visit as unknown as { start: Date }).start.toISOString())
  expect(starts).toEqual([
    sydney(16, '09:00'),
    sydney(16, '09:00'),
    sydney(16, '10:00'),
    sydney(17, '10:00'),
  ])
  const crew = visits.slice(0, 2).map(({ fieldworker_id }) => fieldworker_id)
  expect(new Set(crew)).toEqual(new Set([one, two]))
  expect(crew).toContain(visits[2]?.fieldworker_id)
  expect(visits[3]?.fieldworker_id).toBeNull()
  expect(await totalOf(booked.body.id)).toBe(33_000)
  expect(customer.code).toBe('not-allowed')
})

test('a service that needs approval is not slipped into a booking that needs none', async () => {
  const id = await words.book({ start: sydney(18, '09:00'), fieldworker: one })
  const approval = harness.shop.services.approval.id
  const visits = [{ start: sydney(18, '14:00'), fieldworker: two }]
  const line = await lineIn(id)

  const refused = await Promise.all([
    add(id, 'lines', { service: 'approval', visits }),
    harness.send('POST', '/booking-lines', 'dispatcher', { booking: id, service: approval }),
    harness.send('PATCH', `/booking-lines/${line}`, 'dispatcher', { service: approval }),
  ])
  const byApprover = await harness.send('POST', `/bookings/${id}/lines`, 'manager', {
    service: 'approval',
    visits,
  })

  expect(refused.map(({ status, code }) => [status, code])).toEqual(
    refused.map(() => [403, 'not-allowed']),
  )
  expect(byApprover.status, JSON.stringify(byApprover.body)).toBe(201)
})
