import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let one: string
beforeAll(async () => {
  harness = await openHarness()
  one = harness.shop.people[0]
}, 120_000)
afterAll(() => harness.stop())

type Row = Record<string, unknown>

const offered = async (day: number, service: 'broadcast' | 'request' = 'request') => {
  const { body } = await harness.book(
    {
      service,
      start: sydney(day, '09:00'),
      customerId: harness.shop.customer,
      ...(service === 'request' && { fieldworker: one }),
    },
    'dispatcher',
  )
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

const proposalOf = async (visit: string) =>
  (
    await harness.sql<Row>(
      `select id, alternatives, reason from assignment_offers
       where appointment_id = $1 and state = 'declined'`,
      [visit],
    )
  )[0] ?? {}

const take = (visit: string, body: object, as: 'dispatcher' | 'fieldworker' = 'dispatcher') =>
  harness.send('POST', `/appointments/${visit}/accept-alternative`, as, body)

test('a person who declines proposes other times, and the office takes one', async () => {
  const { booking, visit } = await offered(5)
  const { body } = await harness.send('GET', '/app/me/offers', 'fieldworker')
  expect(body['declineReasons']).toContain('It is too far away')

  const declined = await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', {
    reason: 'It is too far away',
    alternatives: [{ start: sydney(6, '10:00') }, { start: sydney(7, '11:00') }],
  })
  expect(declined.status, JSON.stringify(declined.body)).toBe(200)
  const proposal = await proposalOf(visit)
  expect(proposal['alternatives']).toEqual([
    { start: sydney(6, '10:00'), end: sydney(6, '11:00') },
    { start: sydney(7, '11:00'), end: sydney(7, '12:00') },
  ])

  const offer = proposal['id']
  const other = await take(visit, { offer, start: sydney(8, '11:00') })
  const foreign = await take(visit, { offer, start: sydney(6, '10:00') }, 'fieldworker')
  expect([other.code, foreign.code]).toEqual(['invalid-input', 'not-allowed'])

  const taken = await take(visit, { offer, start: sydney(6, '10:00') })

  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  expect(taken.body['appointment']).toMatchObject({
    start: sydney(6, '10:00'),
    fieldworker: one,
    acceptance: 'accepted',
    status: 'confirmed',
  })
  expect(await harness.statusOf(booking)).toBe('confirmed')
  const offers = await harness.sql<Row>(
    'select state from assignment_offers where appointment_id = $1 order by created_at, sent_at',
    [visit],
  )
  expect(offers.map(({ state }) => state)).toEqual(['declined', 'accepted'])
})

test('a proposed time that is over, or gone by now, is refused', async () => {
  const { visit } = await offered(9)
  const late = await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', {
    alternatives: [{ start: sydney(-3, '10:00') }],
  })
  expect(late.code).toBe('invalid-input')
  await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', {
    alternatives: [{ start: sydney(10, '10:00') }],
  })
  await harness.book(
    {
      service: 'direct',
      start: sydney(10, '10:00'),
      customerId: harness.shop.customer,
      fieldworker: one,
    },
    'dispatcher',
  )
  const { id } = await proposalOf(visit)
  const gone = await take(visit, { offer: id, start: sydney(10, '10:00') })
  expect(gone.code).toBe('slot-taken')
  expect(await proposalOf(visit)).toMatchObject({ id })
})

test('who declines one of several offers may propose times as well', async () => {
  const { visit } = await offered(12, 'broadcast')
  await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', { method: 'broadcast' })
  const declined = await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', {
    reason: 'Too far',
    alternatives: [{ start: sydney(13, '10:00') }],
  })
  expect(declined.status, JSON.stringify(declined.body)).toBe(200)
  expect((await proposalOf(visit))['alternatives']).toHaveLength(1)
})
