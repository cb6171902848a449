import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

type Row = Record<string, unknown>

/** A booking with a visit on each of three days. */
const bookThree = async (day: number, service: 'direct' | 'request' = 'direct') => {
  const { shop } = harness
  const answer = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [
      {
        service: shop.services[service].id,
        visits: [0, 1, 2].map((more) => ({
          start: sydney(day + more, '09:00'),
          fieldworker: shop.people[0],
        })),
      },
    ],
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const { id } = (answer.body as { doc: { id: string } }).doc
  return { id, visits: await harness.visitsOf(id) }
}

const stored = (id: string) => harness.sql<Row>('select * from appointments where id = $1', [id])

test('one visit of three moves; its booking and the other visits stay as they are', async () => {
  const { id, visits } = await bookThree(5)
  const [first, second, third] = visits
  const before = [await stored(first?.id ?? ''), await stored(third?.id ?? '')]

  const answer = await harness.send(
    'POST',
    `/appointments/${second?.id}/reschedule`,
    'dispatcher',
    {
      start: sydney(6, '14:00'),
      reason: 'Parts are late',
    },
  )

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const { appointment } = answer.body as { appointment: { id: string; booking: string } }
  expect(appointment.booking).toBe(id)
  expect(await harness.statusOf(id)).toBe('confirmed')
  expect([await stored(first?.id ?? ''), await stored(third?.id ?? '')]).toEqual(before)
  expect((await stored(second?.id ?? ''))[0]).toMatchObject({
    status: 'rescheduled',
    replaced_by_id: appointment.id,
  })
  expect((await stored(appointment.id))[0]).toMatchObject({
    status: 'confirmed',
    replaces_id: second?.id,
    fieldworker_id: harness.shop.people[0],
  })
  const told = await harness.messagesOf(id)
  expect(told.filter((word) => word === 'email:booking-retimed:customer')).toHaveLength(1)
  expect(told.filter((word) => word === 'email:visit-retimed:fieldworker')).toHaveLength(1)
  expect(told).not.toContain('email:visit-assigned:fieldworker:again')
  const count = await harness.sql<Row>(
    'select count(*)::int as n from bookings where lineage_id = $1',
    [id],
  )
  expect(count).toEqual([{ n: 0 }])
})

test('a visit under way cannot be moved, nor the booking around it', async () => {
  const { id, visits } = await bookThree(15)
  await harness.sql(`update appointments set progress = 'in_progress' where id = $1`, [
    visits[0]?.id,
  ])

  const body = { start: sydney(16, '14:00') }
  const one = await harness.send('POST', `/appointments/${visits[0]?.id}/reschedule`, 'admin', body)
  const all = await harness.send('POST', `/bookings/${id}/reschedule`, 'admin', body)

  expect([one.code, all.code]).toEqual(['transition-refused', 'transition-refused'])
})

test('a whole booking of three days moves by the wall clock, each visit its own distance', async () => {
  const { id } = await bookThree(20)
  const answer = await harness.send('POST', `/bookings/${id}/reschedule`, 'dispatcher', {
    start: sydney(21, '10:00'),
  })

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const next = (answer.body as { booking: { id: string } }).booking.id
  const visits = await harness.sql<{ start: Date }>(
    'select start from appointments where booking_id = $1 order by start',
    [next],
  )
  expect(visits.map(({ start }) => start.toISOString())).toEqual(
    [21, 22, 23].map((day) => sydney(day, '10:00')),
  )
})

test('the only visit that is left takes its booking along', async () => {
  const { id, visits } = await bookThree(30)
  for (const visit of visits.slice(1)) {
    await harness.send('PATCH', `/appointments/${visit.id}`, 'admin', {
      status: 'cancelled',
      command: { reason: 'Only once' },
    })
  }

  const answer = await harness.send(
    'POST',
    `/appointments/${visits[0]?.id}/reschedule`,
    'dispatcher',
    {
      start: sydney(30, '15:00'),
    },
  )

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const { appointment } = answer.body as { appointment: { booking: string } }
  expect(appointment.booking).not.toBe(id)
  expect(await harness.statusOf(id)).toBe('rescheduled')
})

test('a visit is stretched, given away and moved in one command', async () => {
  const { visits } = await bookThree(35)
  const [, other] = harness.shop.people
  const answer = await harness.send('POST', `/appointments/${visits[1]?.id}/assign`, 'dispatcher', {
    fieldworker: other,
    start: sydney(36, '10:00'),
    end: sydney(36, '12:30'),
  })

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.body['appointment']).toMatchObject({
    fieldworker: other,
    start: sydney(36, '10:00'),
    end: sydney(36, '12:30'),
  })
})

test('a pending visit moves in place and its offer is made again', async () => {
  const { id, visits } = await bookThree(40, 'request')
  const [visit] = visits
  const answer = await harness.send('POST', `/appointments/${visit?.id}/retime`, 'dispatcher', {
    start: sydney(40, '11:00'),
  })

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.body['appointment']).toMatchObject({ id: visit?.id, start: sydney(40, '11:00') })
  const offers = await harness.sql<{ state: string }>(
    'select state from assignment_offers where appointment_id = $1 order by created_at, sent_at',
    [visit?.id],
  )
  expect(offers.map(({ state }) => state)).toEqual(['withdrawn', 'pending'])
  expect(await harness.statusOf(id)).toBe('pending')
})
