import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let office: Harness

beforeAll(async () => {
  office = await openHarness()
}, 120_000)
afterAll(() => office?.stop())

/** The second fieldworker can do direct work alone. */
const onlyTheFirstCanDo = async () => {
  const { people, services } = office.shop
  await office.app.payload.update({
    collection: 'fieldworkers',
    id: people[1],
    data: { services: [services.direct.id] },
    overrideAccess: true,
    context: { channel: 'seed' },
  })
}

const everything = async () => {
  const bookings = await office.sql(
    'select id, status, starts_at, version from bookings order by id',
  )
  const visits = await office.sql(
    'select id, status, start, fieldworker_id, reserved_for_id, version from appointments order by id',
  )
  const time = await office.sql(
    'select fieldworker_id, kind, starts_at, appointment_id from occupancies order by starts_at, id',
  )
  return { bookings, visits, time }
}

test('a move onto a reservation that nobody else can take changes nothing', async () => {
  await onlyTheFirstCanDo()
  const [one] = office.shop.people
  const reserved = await office.book({
    service: 'broadcast',
    start: sydney(5, '09:00'),
    customer: { name: 'Ri Served', email: 'ri@guest.test' },
  })
  const [waiting] = await office.visitsOf(reserved.body.id)
  expect(waiting).toMatchObject({ reserved_for_id: one })
  const booked = await office.book(
    {
      service: 'direct',
      start: sydney(5, '14:00'),
      fieldworker: one,
      customer: { name: 'Mo Ver', email: 'mo@guest.test' },
    },
    'dispatcher',
  )
  expect(booked.status).toBe(201)
  const before = await everything()

  const moved = await office.send('POST', `/bookings/${booked.body.id}/reschedule`, 'dispatcher', {
    start: sydney(5, '09:00'),
    reason: 'The customer asked.',
  })

  expect([moved.status, moved.code]).toEqual([409, 'slot-taken'])
  expect(await everything()).toEqual(before)
})
