import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type LineHarness, lineHarnessOf } from '../../support/line-harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let lines: LineHarness
let day = 2

beforeAll(async () => {
  harness = await openHarness()
  lines = lineHarnessOf(harness)
}, 120_000)
afterAll(() => harness.stop())

const start = () => sydney((day += 1), '09:00')

const byPhone = async (body: object = {}): Promise<string> => {
  const wish = { service: 'direct', start: start(), customerId: harness.shop.customer, ...body }
  const answer = await harness.book(wish, 'dispatcher')
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}

const fieldOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { errors?: { field?: string }[] }).errors?.[0]?.field,
]

const userOf = async (name: string): Promise<string> => {
  const [row] = await harness.sql<{ id: string }>('select id from users where name = $1', [name])
  return row?.id ?? ''
}

const setService = (slug: 'direct' | 'request', data: object) =>
  harness.send('PATCH', `/services/${harness.shop.services[slug].id}`, 'admin', data)

describe('another place', () => {
  test('is refused where the services of the booking are not done', async () => {
    const atHome = await byPhone()
    const atDepot = await byPhone({ location: harness.shop.location })
    const [own] = await harness.sql<{ id: string }>(
      'select address_id as id from bookings where id = $1',
      [atHome],
    )
    const move = async (id: string, place: object) => {
      const [visit] = await harness.visitsOf(id)
      return [
        await harness.send('PATCH', `/bookings/${id}`, 'dispatcher', place),
        await harness.send('PATCH', `/appointments/${visit?.id}`, 'dispatcher', place),
      ].map(fieldOf)
    }
    const toDepot = { location: harness.shop.location, address: null }
    const toHome = { address: own?.id, location: null }

    await setService('direct', { locationTypes: ['mobile'] })
    const mobileOnly = await move(atHome, toDepot)
    await setService('direct', { locationTypes: ['fixed'] })
    const fixedOnly = await move(atDepot, toHome)
    await setService('direct', { locationTypes: ['mobile', 'fixed'] })
    const either = await move(atHome, toDepot)

    expect(mobileOnly).toEqual([
      [422, 'location'],
      [422, 'location'],
    ])
    expect(fixedOnly).toEqual([
      [422, 'address'],
      [422, 'address'],
    ])
    expect(either.map(([status]) => status)).toEqual([200, 200])
  })
})

describe('the owner of a booking', () => {
  const claim = (id: string, owner: string) =>
    harness.send('POST', `/bookings/${id}/claim`, 'dispatcher', { owner })

  test('is someone in the office whose role may edit bookings, whatever the door', async () => {
    const id = await byPhone()
    const [manager, fieldworker] = [await userOf('manager'), await userOf('fieldworker')]
    const { customer, location, services } = harness.shop
    const plan = [{ service: services.direct.id, visits: [{ start: start(), fieldworker: 'any' }] }]

    const refused = [
      await claim(id, fieldworker),
      await claim(id, customer),
      await harness.send('PATCH', `/bookings/${id}`, 'dispatcher', { owner: fieldworker }),
      await harness.send('POST', '/bookings', 'dispatcher', {
        ...{ customer, location, plan, owner: fieldworker },
      }),
    ]

    expect(refused.map(fieldOf)).toEqual(refused.map(() => [422, 'owner']))
    expect((await claim(id, manager)).status).toBe(200)
    await harness.sql('update users set active = false where name = $1', ['admin'])
    expect(fieldOf(await claim(id, await userOf('admin')))).toEqual([422, 'owner'])
    await harness.sql('update users set active = true where name = $1', ['admin'])
    const [row] = await harness.sql('select owner_id from bookings where id = $1', [id])
    expect(row).toEqual({ owner_id: manager })
  })
})

describe('while the portal takes no bookings', () => {
  const portal = (bookingEnabled: boolean) =>
    harness.send('POST', '/globals/portal-settings', 'admin', { bookingEnabled })

  test('customers and guests neither book nor hold a time, and the office does', async () => {
    await portal(false)
    const guest = { customer: { name: 'Jo', email: 'jo@guest.test' } }
    const book = async (as: Person, body: object = {}) =>
      (await harness.book({ service: 'direct', start: start(), ...body }, as)).code
    const hold = (as: Person) =>
      harness.send('POST', '/app/holds', as, {
        service: 'direct',
        start: start(),
        postcode: '2000',
      })

    const codes = [
      await book('customer'),
      await book('anonymous', guest),
      (await hold('customer')).code,
      (await hold('anonymous')).code,
    ]
    const id = await byPhone()
    await portal(true)

    expect(codes).toEqual(codes.map(() => 'feature-off'))
    expect(await harness.statusOf(id)).toBe('confirmed')
    expect(await book('customer')).toBeUndefined()
  })
})

test('a customer does not learn which fieldworker cancelled', async () => {
  await harness.sql(
    `insert into roles_permissions ("order", parent_id, value)
      select 99, id, 'own.cancel' from roles where slug = 'fieldworker'`,
  )
  const [person] = harness.shop.people
  const id = await byPhone({ fieldworker: person })
  await harness.send('POST', `/bookings/${id}/cancel`, 'fieldworker', { reason: 'Van broke down' })

  const own = await harness.send('GET', `/bookings/${id}`, 'customer')
  const page = await harness.send('GET', `/app/me/bookings/${id}`, 'customer')
  const office = await harness.send('GET', `/bookings/${id}`, 'dispatcher')

  expect(await harness.statusOf(id)).toBe('cancelled')
  expect(office.body).toMatchObject({ cancellation: { by: 'fieldworker' } })
  expect((own.body as { cancellation: object }).cancellation).not.toHaveProperty('by')
  const { booking } = page.body as { booking: { cancellation: object } }
  expect(booking.cancellation).toEqual({ comment: null, at: expect.any(String), fee: null })
})

test('a quantity multiplies the price and sends no one along', async () => {
  const id = await byPhone({ quantity: 3 })
  const more = [{ service: 'request', quantity: 2 }]
  const several = await byPhone({ more })

  expect(await harness.visitsOf(id)).toHaveLength(1)
  expect(await lines.totalOf(id)).toBe(33_000)
  expect(await harness.visitsOf(several)).toHaveLength(2)
  expect(await lines.totalOf(several)).toBe(33_000)
})

test('a broadcast asks the person who is named, whether booked or added later', async () => {
  const [one, two] = harness.shop.people
  const { customer, location, services } = harness.shop
  const service = services.broadcast.id
  const visits = [{ start: start(), fieldworker: one }]
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    ...{ customer, location, plan: [{ service, visits }] },
  })
  const { id } = (made.body as { doc: { id: string } }).doc
  const line = await lines.lineIn(id)
  await lines.add(id, 'visits', { line, visits: [{ start: start(), fieldworker: two }] })

  const offers = await harness.sql<{ fieldworker_id: string; mode: string }>(
    'select fieldworker_id, mode from assignment_offers where booking_id = $1 order by created_at',
    [id],
  )
  expect(offers).toEqual([
    { fieldworker_id: one, mode: 'request' },
    { fieldworker_id: two, mode: 'request' },
  ])
})

test('a company that chose nothing assigns without asking', async () => {
  const { body } = await harness.send('GET', '/globals/booking-settings', 'admin')

  expect(body).toMatchObject({ assignmentMethod: 'direct' })
})
