import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
}, 120_000)
afterAll(() => desk.stop())

test('a crew job is one booking, and one refusal is handled without a new one', async () => {
  const { app, shop } = desk
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
  const made = await desk.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan,
  })
  expect(made.code).toBeUndefined()
  const { id } = (made.body as { doc: { id: string } }).doc
  const visits = await desk.visitsOf(id)
  expect(visits.map(({ acceptance }) => acceptance)).toEqual(['pending', 'pending', 'pending'])
  const of = (person: string) => visits.find(({ fieldworker_id }) => fieldworker_id === person)?.id

  const moved = await desk.tabsWith(async () => {
    await desk.send('POST', `/appointments/${of(first)}/accept`, 'fieldworker')
    await desk.send('POST', `/appointments/${of(second)}/accept`, 'otherFieldworker')
    const no = { onBehalfOf: third.id, reason: 'Too far' }
    await desk.send('POST', `/appointments/${of(third.id)}/decline`, 'dispatcher', no)
  })

  expect(moved).toEqual({ declined: 1, 'not-assigned': 1, 'pending-acceptance': -1 })
  expect(await desk.statusOf(id)).toBe('pending')

  const assigned = await desk.send('POST', `/appointments/${of(third.id)}/assign`, 'dispatcher', {
    fieldworker: first,
    method: 'direct',
  })

  expect(assigned.code).toBeUndefined()
  expect(await desk.statusOf(id)).toBe('confirmed')
  const now = await desk.visitsOf(id)
  expect(now.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  const [count] = await desk.sql<{ n: number }>('select count(*)::int as n from bookings')
  expect(count?.n).toBe(1)
})
