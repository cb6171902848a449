import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let person: string

beforeAll(async () => {
  harness = await openHarness()
  person = harness.shop.people[0]
}, 120_000)
afterAll(() => harness.stop())

const booked = async (day: number) => {
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(day, '09:00'),
      customerId: harness.shop.customer,
      fieldworker: person,
    },
    'dispatcher',
  )
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

const offered = async (day: number) => {
  const made = await booked(day)
  await harness.send('POST', `/appointments/${made.visit}/assign`, 'dispatcher', {
    fieldworker: person,
    method: 'request',
    respondWithinHours: 48,
  })
  return made
}

const remind = (booking: string, as: Parameters<Harness['send']>[2] = 'dispatcher') =>
  harness.send('POST', `/bookings/${booking}/remind`, as, {})

const remindersOf = async (booking: string) =>
  (await harness.messagesOf(booking)).filter((message) => message.includes('offer-reminded'))

test('a reminder reaches the fieldworker by email and in the app, and the history names the sender', async () => {
  const { booking, visit } = await offered(5)

  expect(await remind(booking)).toMatchObject({ status: 200, body: { reminded: 1 } })

  expect(await remindersOf(booking)).toEqual(['email:offer-reminded:fieldworker'])
  const told = await harness.sql(
    `select title from notifications where booking_id = $1 and event = 'offer-reminded'`,
    [booking],
  )
  expect(told).toEqual([{ title: 'Still waiting for your answer' }])
  const [entry] = await harness.sql<{ command: string; actor_kind: string }>(
    `select command, actor_kind from audit_events where booking = $1 and command = 'remind'`,
    [booking],
  )
  expect(entry).toEqual({ command: 'remind', actor_kind: 'staff' })
  const [row] = await harness.visitsOf(booking)
  expect(row).toMatchObject({ id: visit, acceptance: 'pending' })
})

test('a second reminder within ten minutes is refused, a later one goes out', async () => {
  const { booking } = await offered(6)
  await remind(booking)

  const again = await remind(booking)
  expect([again.status, again.code]).toEqual([409, 'transition-refused'])
  expect(await remindersOf(booking)).toHaveLength(1)

  await harness.sql(
    `update assignment_offers set reminded_at = reminded_at - interval '11 minutes' where booking_id = $1`,
    [booking],
  )
  expect((await remind(booking)).status).toBe(200)
  expect(await remindersOf(booking)).toHaveLength(2)
})

test('two who press at once remind once', async () => {
  const { booking } = await offered(7)

  const answers = await Promise.all([remind(booking), remind(booking, 'admin')])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await remindersOf(booking)).toHaveLength(1)
})

test('without an open offer there is no one to remind', async () => {
  const { booking } = await booked(8)

  expect(await remind(booking)).toMatchObject({ status: 409, code: 'transition-refused' })
})

test.each(['customer', 'fieldworker'] as const)('a %s may not remind', async (as) => {
  const { booking } = await offered({ customer: 9, fieldworker: 10 }[as])

  expect([403, 404]).toContain((await remind(booking, as)).status)
  expect(await remindersOf(booking)).toEqual([])
})
