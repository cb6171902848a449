import { afterAll, beforeAll, expect, test } from 'vitest'
import { offeredAt } from '../../../src/admin/bookings/new/offered-at.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

const dayOf = (instant: string) => instant.slice(0, 10)

const secondLocation = async (): Promise<string> => {
  const { id } = await harness.app.payload.create({
    collection: 'locations',
    data: {
      name: 'North depot',
      timezone: 'Australia/Sydney',
      active: true,
      address: { line1: '2 North Road', postcode: '2010' },
    } as never,
    overrideAccess: true,
    context: { channel: 'seed' },
  })
  return id
}

test('the office books an instant service in four steps for a customer with only a name', async () => {
  const { location, services } = harness.shop
  const other = await secondLocation()
  const service = services.direct.id
  await harness.send('PATCH', `/services/${service}`, 'admin', { locations: [location] })
  const start = sydney(3, '10:00')

  const both = [
    { id: location, name: 'Depot', timezone: 'Australia/Sydney' },
    { id: other, name: 'North depot', timezone: 'Australia/Sydney' },
  ]
  expect(offeredAt({ locations: [location] }, both).map(({ name }) => name)).toEqual(['Depot'])
  const elsewhere = { service, start, location: other, customer: { name: 'Only A Name' } }
  expect((await harness.book(elsewhere, 'dispatcher')).code).toBe('invalid-input')

  const asked = new URLSearchParams({
    service,
    location,
    from: dayOf(start),
    to: dayOf(sydney(4, '10:00')),
  })
  const { body: answer } = await harness.send('GET', `/app/slots?${asked}`, 'dispatcher')
  const { slots } = answer as { slots: { start: string; end: string; available: number }[] }
  expect(slots.find((slot) => slot.start === start)).toMatchObject({
    ...{ start, end: sydney(3, '11:00'), available: 2 },
  })

  const { body } = await harness.book(
    { ...{ service, start, location, source: 'manual' }, customer: { name: 'Only A Name' } },
    'dispatcher',
  )

  expect(body.status).toBe('confirmed')
  const [booking] = await harness.sql('select source from bookings where id = $1', [body.id])
  expect(booking).toEqual({ source: 'manual' })
  const [visit] = await harness.visitsOf(body.id)
  const queued = await harness.sql<{ id: string }>(
    `select id from deliveries where booking_id = $1 and channel = 'calendar'`,
    [body.id],
  )
  for (const { id } of queued) await harness.deliver(id)
  const events = await harness.sql(
    'select title, state, fieldworker_id from calendar_events where key like $1',
    [`${visit?.id}:%`],
  )
  expect(events).toEqual([
    {
      title: 'direct - Only A Name',
      state: 'confirmed',
      fieldworker_id: visit?.fieldworker_id,
    },
  ])
})
