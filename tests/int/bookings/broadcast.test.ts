import { afterAll, beforeAll, expect, test } from 'vitest'
import { followOffers } from '../../../src/jobs/bookings/follow-offers.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
  const { shop } = harness
  // Twenty who could take it, two of them with accounts.
  for (let at = 1; at <= 18; at++) {
    await harness.app.payload.create({
      collection: 'fieldworkers',
      data: {
        name: `Crew ${at}`,
        timezone: 'Australia/Sydney',
        active: true,
        services: [shop.services.broadcast.id],
        areas: [shop.area],
        locations: [shop.location],
        workingHours: [
          { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '07:00', end: '19:00' },
        ],
      } as never,
      overrideAccess: true,
      context: { channel: 'seed' },
    })
  }
}, 120_000)
afterAll(() => harness.stop())

type Row = Record<string, unknown>

const broadcast = async (day: number) => {
  const answer = await harness.book(
    { service: 'broadcast', start: sydney(day, '09:00'), customerId: harness.shop.customer },
    'customer',
  )
  const [visit] = await harness.visitsOf(answer.body.id)
  return { booking: answer.body.id, visit: visit?.id ?? '' }
}

const offersOf = (visit: string) =>
  harness.sql<{ state: string; fieldworker_id: string }>(
    'select state, fieldworker_id from assignment_offers where appointment_id = $1',
    [visit],
  )

/** Accepts for somebody, again while the office is told that others are at it (503 `busy`). */
const accept = async (visit: string, onBehalfOf: string) => {
  const path = `/appointments/${visit}/accept`
  let answer = await harness.send('POST', path, 'dispatcher', { onBehalfOf })
  for (let tries = 0; answer.code === 'busy' && tries < 10; tries++) {
    answer = await harness.send('POST', path, 'dispatcher', { onBehalfOf })
  }
  return answer
}

test('of twenty who accept at once exactly one gets the visit, and the others are notified', async () => {
  const { booking, visit } = await broadcast(5)
  const asked = await offersOf(visit)
  expect(asked).toHaveLength(20)
  const holds = () =>
    harness.sql<Row>('select kind from occupancies where appointment_id = $1', [visit])
  expect(await holds()).toEqual([{ kind: 'reservation' }])

  const answers = await Promise.all(
    asked.map(({ fieldworker_id }) => accept(visit, fieldworker_id)),
  )

  const won = answers.filter(({ status }) => status === 200)
  expect(won).toHaveLength(1)
  expect(new Set(answers.map(({ code }) => code))).toEqual(
    new Set([undefined, 'transition-refused']),
  )
  const after = await offersOf(visit)
  expect(after.filter(({ state }) => state === 'accepted')).toHaveLength(1)
  expect(after.filter(({ state }) => state === 'superseded')).toHaveLength(19)
  expect(await holds()).toEqual([{ kind: 'visit' }])
  expect(await harness.statusOf(booking)).toBe('confirmed')
  const told = await harness.messagesOf(booking)
  expect(
    told.filter((word) => word === 'email:offer-withdrawn:fieldworker').length,
  ).toBeGreaterThan(0)
})

test('the second to accept is refused because someone was first', async () => {
  const { visit } = await broadcast(6)
  const [first, second] = await Promise.all([
    harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker'),
    harness.send('POST', `/appointments/${visit}/accept`, 'otherFieldworker'),
  ])
  const loser = first.status === 200 ? second : first
  expect([first.status, second.status].sort()).toEqual([200, 409])
  expect(JSON.stringify(loser.body)).toContain('Someone else accepted this visit first')
})

test('a broadcast that no one answers expires for all, and the office hears of it once', async () => {
  const { booking, visit } = await broadcast(7)
  const late = { now: Date.now() + 25 * 3_600_000 }
  await Promise.all([
    followOffers(harness.app.payload, late),
    followOffers(harness.app.payload, late),
  ])

  const states = new Set((await offersOf(visit)).map(({ state }) => state))
  expect(states).toEqual(new Set(['expired']))
  const alerts = await harness.sql<Row>(
    `select user_id, count(*)::int as n from notifications
     where booking_id = $1 and event = 'visit-unanswered' group by 1`,
    [booking],
  )
  expect(alerts.length).toBeGreaterThan(0)
  expect(alerts.every(({ n }) => n === 1)).toBe(true)
})
