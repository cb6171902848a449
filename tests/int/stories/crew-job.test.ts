import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { moveHarnessOf } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

test('a crew job is one booking, and one refusal is handled without a new one', async () => {
  const { app, shop } = harness
  const [first, second] = shop.people
  const third = await app.payload.create({
    collection: 'fieldworkers',
    data: {
      name: 'Third',
      timezone: 'Australia/Sydney',
      active: true,
      services: Object.values(shop.services).map(({ id }) => id),
      areas: [shop.area],
      locations: [shop.location],
      workingHours: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '07:00', end: '19:00' },
      ],
    },
    overrideAccess: true,
    context: { channel: 'seed' },
  })
  const start = sydney(5, '09:00')
  const service = shop.services.request.id
  const plan = [
    { service, visits: [first, second].map((fieldworker) => ({ start, fieldworker })) },
    { service, visits: [{ start: sydney(5, '13:00'), fieldworker: third.id }] },
  ]
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan,
  })
  expect(made.code).toBeUndefined()
  const { id } = (made.body as { doc: { id: string } }).doc
  const visits = await harness.visitsOf(id)
  expect(visits.map(({ acceptance }) => acceptance)).toEqual(['pending', 'pending', 'pending'])
  const of = (person: string) => visits.find(({ fieldworker_id }) => fieldworker_id === person)?.id

  const moved = await harness.tabsWith(async () => {
    await harness.send('POST', `/appointments/${of(first)}/accept`, 'fieldworker')
    await harness.send('POST', `/appointments/${of(second)}/accept`, 'otherFieldworker')
    const no = { onBehalfOf: third.id, reason: 'Too far' }
    await harness.send('POST', `/appointments/${of(third.id)}/decline`, 'dispatcher', no)
  })

  expect(moved).toEqual({ declined: 1, 'not-assigned': 1, 'pending-acceptance': -1 })
  expect(await harness.statusOf(id)).toBe('pending')

  const assigned = await harness.send(
    'POST',
    `/appointments/${of(third.id)}/assign`,
    'dispatcher',
    {
      fieldworker: first,
      method: 'direct',
    },
  )

  expect(assigned.code).toBeUndefined()
  expect(await harness.statusOf(id)).toBe('confirmed')
  const now = await harness.visitsOf(id)
  expect(now.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  const [count] = await harness.sql<{ n: number }>('select count(*)::int as n from bookings')
  expect(count?.n).toBe(1)
})

test('a service that was taken off neither moves nor repeats with its booking', async () => {
  const words = moveHarnessOf(harness)
  const id = await words.book({ start: sydney(20, '09:00') })
  await harness.send('POST', `/bookings/${id}/lines`, 'dispatcher', {
    service: 'direct',
    visits: [{ start: sydney(20, '12:00'), fieldworker: 'any' }],
  })
  const lines = await harness.sql<{ id: string }>(
    'select id from booking_lines where booking_id = $1 order by created_at',
    [id],
  )
  await harness.send('POST', `/bookings/${id}/lines/${lines[1]?.id}/remove`, 'dispatcher', {
    reason: 'One is enough',
  })

  const moved = await words.reschedule(id, { start: sydney(21, '09:00') })
  const next = String(moved.booking?.['id'])
  const series = await harness.send('POST', '/app/series', 'dispatcher', {
    booking: next,
    rule: { unit: 'week', every: 1, count: 2 },
  })

  expect(moved.code).toBeUndefined()
  const kept = await harness.sql('select 1 from booking_lines where booking_id = $1', [next])
  expect(kept).toHaveLength(1)
  expect(series.code, JSON.stringify(series.body)).toBeUndefined()
})
