import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { followOffers } from '../../../src/jobs/bookings/follow-offers.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let one: string
let other: string
let day = 4
beforeAll(async () => {
  harness = await openHarness()
  const [first, second] = harness.shop.people
  one = first
  other = second
}, 120_000)
afterAll(() => harness.stop())

const setting = (data: object) =>
  harness.app.payload.updateGlobal({ slug: 'booking-settings', data, overrideAccess: true })

beforeEach(async () => {
  day += 1
  await setting({ escalateAfterHours: 1, askNextCandidate: false, tellCustomerWhenDeclined: false })
})

type Row = Record<string, unknown>
const hourMs = 3_600_000
const inHours = (hours: number) => ({ now: Date.now() + hours * hourMs })

/** A booking whose one visit waits for an answer within two hours. */
const offered = async () => {
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(day, '09:00'),
      customerId: harness.shop.customer,
      fieldworker: one,
    },
    'dispatcher',
  )
  const [visit] = await harness.visitsOf(body.id)
  await harness.send('POST', `/appointments/${visit?.id}/assign`, 'dispatcher', {
    fieldworker: one,
    method: 'request',
    respondWithinHours: 2,
  })
  return { booking: body.id, visit: visit?.id ?? '' }
}

const offersOf = (visit: string) =>
  harness.sql<Row>(
    'select state, fieldworker_id from assignment_offers where appointment_id = $1 order by created_at, sent_at',
    [visit],
  )

/** How many bookings in Pending acceptance have waited too long, as the office sees it. */
const lateAnswers = async (): Promise<number> => {
  const { body } = await harness.send('GET', '/app/tabs', 'admin')
  const { tabs } = body as { tabs: { key: string; late?: number }[] }
  return tabs.find(({ key }) => key === 'pending-acceptance')?.late ?? 0
}

const alertsOf = async (booking: string, event: string) => {
  const rows = await harness.sql<Row>(
    'select user_id from notifications where booking_id = $1 and event = $2',
    [booking, event],
  )
  return rows.length
}

test('silence alerts the office once, then the offer expires and cannot be accepted', async () => {
  const { booking, visit } = await offered()
  const lateBefore = await lateAnswers()

  // D16: how late it is, one clock says for all processes, not that of the one which happens to ask.
  for (const hours of [-1, 1, 400 * 24]) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000 })
    expect(await followOffers(harness.app.payload)).toBe(0)
    vi.useRealTimers()
  }
  await followOffers(harness.app.payload, inHours(0.5))
  expect(await alertsOf(booking, 'offer-escalated')).toBe(0)
  expect(await lateAnswers()).toBe(lateBefore)
  await followOffers(harness.app.payload, inHours(1.1))
  expect(await lateAnswers()).toBe(lateBefore + 1)
  await followOffers(harness.app.payload, inHours(1.2))

  const alerted = await alertsOf(booking, 'offer-escalated')
  expect(alerted).toBeGreaterThan(0)
  expect(await harness.messagesOf(booking)).toContain('email:offer-escalated:staff')
  expect(await offersOf(visit)).toEqual([{ state: 'pending', fieldworker_id: one }])

  await followOffers(harness.app.payload, inHours(2.1))
  await Promise.all([
    followOffers(harness.app.payload, inHours(2.2)),
    followOffers(harness.app.payload, inHours(2.2)),
  ])
  // D16: a clock that is set back or runs ahead repeats nothing.
  for (const hours of [-1, 1.5, 3.2, 400 * 24])
    await followOffers(harness.app.payload, inHours(hours))

  expect(await alertsOf(booking, 'offer-escalated')).toBe(alerted)
  expect(await alertsOf(booking, 'visit-unanswered')).toBe(alerted)
  expect(await alertsOf(booking, 'offer-expired')).toBe(1)
  expect(await offersOf(visit)).toEqual([{ state: 'expired', fieldworker_id: one }])
  const late = await harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker')
  expect([late.status, late.code]).toEqual([409, 'transition-refused'])
  expect(JSON.stringify(late.body)).toContain('time to answer this offer is over')
  const [now] = await harness.visitsOf(booking)
  expect(now).toMatchObject({ acceptance: 'unassigned', fieldworker_id: null })
  const holds = await harness.sql<Row>('select kind from occupancies where appointment_id = $1', [
    visit,
  ])
  expect(holds).toEqual([{ kind: 'reservation' }])
})

test('with the setting on, the next free person is asked, once', async () => {
  await setting({ askNextCandidate: true })
  const { booking, visit } = await offered()

  await Promise.all([
    followOffers(harness.app.payload, inHours(2.1)),
    followOffers(harness.app.payload, inHours(2.1)),
  ])

  expect(await offersOf(visit)).toEqual([
    { state: 'expired', fieldworker_id: one },
    { state: 'pending', fieldworker_id: other },
  ])
  expect(await alertsOf(booking, 'visit-unanswered')).toBe(0)
  const taken = await harness.send('POST', `/appointments/${visit}/accept`, 'otherFieldworker')
  expect(taken.status).toBe(200)
})

test('an expired offer can’t be accepted even before the job closes it', async () => {
  const { visit } = await offered()
  await harness.sql(
    `update assignment_offers set respond_by = now() - interval '1 minute' where appointment_id = $1`,
    [visit],
  )
  const late = await harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker')
  const plain = await harness.send('PATCH', `/appointments/${visit}`, 'fieldworker', {
    acceptance: 'accepted',
  })
  expect([late.code, plain.code]).toEqual(['transition-refused', 'transition-refused'])
  const office = await harness.send('POST', `/appointments/${visit}/accept`, 'dispatcher')
  expect(office.status).toBe(200)
})

test('accepting a visit that went to someone else is refused with that reason', async () => {
  const { visit } = await offered()
  await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', {
    fieldworker: other,
    method: 'direct',
  })
  const late = await harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker')
  expect(JSON.stringify(late.body)).toContain('withdrew')
  expect(late.code).toBe('transition-refused')
})

/** What a fieldworker hears who accepts too late. */
const refusalOf = async (visit: string, who: 'fieldworker' | 'otherFieldworker') => {
  const { body, status } = await harness.send('POST', `/appointments/${visit}/accept`, who)
  const [refusal] = (body as { errors: { code: string; message: string }[] }).errors
  return { status, ...refusal }
}

test('reassigning a visit ends its open offer, and notifies that person once', async () => {
  const { booking, visit } = await offered()

  await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', {
    fieldworker: other,
    method: 'request',
  })

  const offers = await offersOf(visit)
  expect(offers.map(({ state, fieldworker_id: who }) => [state, who])).toEqual([
    ['withdrawn', one],
    ['pending', other],
  ])
  const told = await harness.sql<Row>(
    `select payload->>'recipient' as who from deliveries
     where booking_id = $1 and event = 'offer-withdrawn' and channel = 'email'`,
    [booking],
  )
  expect(told).toEqual([{ who: one }])
  const lists = await harness.sql<Row>(
    `select n.id from notifications n join users u on u.id = n.user_id
     where n.booking_id = $1 and n.event = 'offer-withdrawn' and u.name = 'fieldworker'`,
    [booking],
  )
  expect(lists).toHaveLength(1)
  expect((await refusalOf(visit, 'fieldworker')).message).toContain('withdrew')
  const { status } = await harness.send('POST', `/appointments/${visit}/accept`, 'otherFieldworker')
  expect(status).toBe(200)
})

test('accepting what was cancelled or is taken is refused in words', async () => {
  const { booking, visit } = await offered()
  await harness.send('POST', `/bookings/${booking}/cancel`, 'dispatcher', { reason: 'Not needed' })
  const { body } = await harness.book(
    { service: 'broadcast', start: sydney(day, '13:00'), customerId: harness.shop.customer },
    'dispatcher',
  )
  const [open] = await harness.visitsOf(body.id)
  await harness.send('POST', `/appointments/${open?.id}/accept`, 'otherFieldworker')

  const cancelled = await refusalOf(visit, 'fieldworker')
  const taken = await refusalOf(open?.id ?? '', 'fieldworker')

  expect([cancelled.status, taken.status]).toEqual([409, 409])
  expect([cancelled.code, taken.code]).toEqual(['transition-refused', 'transition-refused'])
  expect(cancelled.message).toContain('withdrew')
  expect(taken.message).toContain('Someone else accepted')
  expect((await harness.visitsOf(body.id))[0]?.fieldworker_id).toBe(other)
})

test('who accepts although their own work is in the way learns which booking it is', async () => {
  const { visit } = await offered()
  await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', { reason: 'Busy' })
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(day, '09:30'),
      customerId: harness.shop.customer,
      fieldworker: one,
    },
    'dispatcher',
  )

  const refused = await harness.send('POST', `/appointments/${visit}/accept`, 'dispatcher', {
    onBehalfOf: one,
  })

  expect(refused.code).toBe('slot-taken')
  const [refusal] = (refused.body as { errors: { message: string; details: Row }[] }).errors
  expect(refusal?.message).toContain(body.number)
  expect(refusal?.details).toMatchObject({ booking: { id: body.id, number: body.number } })
})

test('a decline notifies the office, and the customer where the company wants that', async () => {
  await setting({ tellCustomerWhenDeclined: true })
  const { booking, visit } = await offered()

  await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', { reason: 'Too far' })

  const told = await harness.messagesOf(booking)
  expect(told).toContain('email:offer-declined:staff')
  expect(told.filter((word) => word === 'email:customer-waits:customer')).toHaveLength(1)
  expect(await harness.statusOf(booking)).toBe('confirmed')
})

test('a booking that begins unconfirmed alerts the office once', async () => {
  const { body } = await harness.book(
    { service: 'approval', start: sydney(day, '09:00'), customerId: harness.shop.customer },
    'dispatcher',
  )
  const at = { now: Date.parse(sydney(day, '09:00')) + 60_000 }
  await Promise.all([followOffers(harness.app.payload, at), followOffers(harness.app.payload, at)])
  const first = await alertsOf(body.id, 'booking-overdue')
  await followOffers(harness.app.payload, at)
  expect(first).toBeGreaterThan(0)
  expect(await alertsOf(body.id, 'booking-overdue')).toBe(first)
})
