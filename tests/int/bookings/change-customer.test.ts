import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { insert, ownerOf } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let first: string
let second: string
let days = 10

beforeAll(async () => {
  harness = await openHarness()
  const { id: service } = harness.shop.services.direct
  const questions = [{ key: 'floor', label: 'Which floor?', type: 'text' }]
  await harness.send('PATCH', `/services/${service}`, 'admin', { questions })
  first = harness.shop.customer
  second = (await ownerOf(harness.app.payload, 'otherCustomer', 'fieldworker')).customer
}, 120_000)
afterAll(() => harness.stop())

const reason = 'Taken down for the wrong customer.'

/** A booking of the first customer, with everything that is theirs. */
const book = async () => {
  days += 1
  const { payload } = harness.app
  const of = { customer: first }
  const address = await insert(payload, 'addresses', {
    ...of,
    line1: '7 Secret Lane',
    postcode: '2000',
    suburb: 'Sydney',
  })
  const contact = await insert(payload, 'contacts', { ...of, name: 'Their neighbour' })
  const property = await insert(payload, 'properties', { ...of, name: 'Their house' })
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    ...of,
    ...{ address, contact, properties: [property] },
    notes: { customer: 'The key is under the mat.', internal: 'Pays late.' },
    plan: [
      {
        service: harness.shop.services.direct.id,
        answers: { floor: 'Third' },
        visits: [{ start: sydney(days, '09:00'), fieldworker: harness.shop.people[0] }],
      },
    ],
  })
  return (made.body as { doc: { id: string } }).doc.id
}

const change = (id: string, body: object = {}) =>
  harness.send('POST', `/bookings/${id}/change-customer`, 'dispatcher', {
    customer: second,
    reason,
    ...body,
  })

test('the other customer gets the services and times, and nothing that was the first one’s', async () => {
  const id = await book()

  const { status } = await change(id)

  expect(status).toBe(200)
  const shown = await Promise.all([
    harness.send('GET', `/bookings/${id}?depth=2`, 'otherCustomer'),
    harness.send('GET', `/app/me/bookings/${id}`, 'otherCustomer'),
    harness.send('GET', `/appointments?where[booking][equals]=${id}&depth=2`, 'otherCustomer'),
  ])
  expect(shown.map((answer) => answer.status)).toEqual([200, 200, 200])
  const text = JSON.stringify(shown)
  for (const word of ['Secret Lane', 'neighbour', 'house', 'the mat', 'Third', 'customer@people'])
    expect(text.replaceAll('othercustomer@people', '')).not.toContain(word)
  const [visit] = await harness.visitsOf(id)
  expect(visit).toMatchObject({ fieldworker_id: harness.shop.people[0], address_id: null })
  expect((await harness.send('GET', `/bookings/${id}`, 'customer')).status).toBe(404)
})

test('the history records who changed it, from whom to whom and why', async () => {
  const id = await book()

  await change(id)

  const [event] = (await harness.historyOf(id)).filter(
    ({ command, subject_type }) => command === 'change-customer' && subject_type === 'bookings',
  )
  expect(event).toMatchObject({ actor_name: 'dispatcher', reason })
  expect(event?.changes['customer']).toEqual([first, second])
})

test('what waited for the first customer is dropped, their links end, and the second hears of it', async () => {
  const id = await book()
  await insert(harness.app.payload, 'links', {
    purpose: 'view',
    tokenHash: 'of-the-first',
    subjectType: 'bookings',
    subjectId: id,
    expiresAt: sydney(60, '09:00'),
    maxUses: 100,
  })

  await change(id)

  const [link] = await harness.sql(
    `select expires_at <= now() as ended from links where token_hash = 'of-the-first'`,
  )
  expect(link).toEqual({ ended: true })
  const waiting = await harness.sql<{ to: string }>(
    `select payload->>'recipient' as to, key from deliveries where booking_id = $1 and recipient_kind = 'customer'
       and state = 'pending'`,
    [id],
  )
  expect(waiting.length).toBeGreaterThan(0)
  expect(new Set(waiting.map(({ to }) => to))).toEqual(new Set([second]))
})

test('contact and address are the new customer’s, or are refused', async () => {
  const { payload } = harness.app
  const id = await book()
  const line1 = '1 New Street'
  const address = await insert(payload, 'addresses', { customer: second, line1, postcode: '2000' })
  const foreign = await insert(payload, 'addresses', { customer: first, line1, postcode: '2000' })

  const refused = await change(id, { address: foreign })
  const taken = await change(id, { address })

  expect([refused.status, refused.code, taken.status]).toEqual([422, 'invalid-input', 200])
  expect(await harness.visitsOf(id)).toMatchObject([{ address_id: address }])
})

test('a plain save under the command’s name meets the same rules', async () => {
  const id = await book()
  const at = `/bookings/${id}`
  const command = { name: 'change-customer' }

  const unsaid = await harness.send('PATCH', at, 'dispatcher', { customer: second, command })
  const stranger = await harness.send('PATCH', at, 'customer', { customer: second, command })
  const said = { ...command, reason }
  const saved = await harness.send('PATCH', at, 'dispatcher', { customer: second, command: said })

  expect([unsaid.code, stranger.status, saved.status]).toEqual(['invalid-input', 403, 200])
  const [row] = await harness.sql('select * from bookings where id = $1', [id])
  expect(row).toMatchObject({ address_id: null, contact_id: null, notes_customer: null })
})

test('a booking whose visit has begun stays with its customer', async () => {
  const id = await book()
  await harness.sql(`update appointments set progress = 'en_route' where booking_id = $1`, [id])

  const { status, code } = await change(id)

  expect([status, code]).toEqual([409, 'transition-refused'])
})
