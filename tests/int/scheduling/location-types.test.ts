import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

type Type = 'fixed' | 'mobile' | 'remote'

let harness: Harness
const services = {} as Record<Type, string>
const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
const customer = { name: 'Guest', email: 'guest@types.test' }
let days = 3

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  const of = { overrideAccess: true, depth: 0, context: { channel: 'seed' } } as const
  for (const type of ['fixed', 'mobile', 'remote'] as const) {
    const made = await payload.create({
      collection: 'services',
      data: {
        ...{ name: type, slug: type, durationMinutes: 60, noticeMinutes: 0, horizonDays: 60 },
        ...{ slotIntervalMinutes: 30, priceModel: 'job', priceAmount: 1000, mode: 'instant' },
        ...{ locationTypes: [type], active: true, bookable: true, crewSize: 1 },
        assignmentMethod: 'direct',
      },
      ...of,
    })
    services[type] = made.id
  }
  for (const id of harness.shop.people) {
    const person = await payload.findByID({ collection: 'fieldworkers', id, ...of })
    const all = [...(person.services ?? []), ...Object.values(services)] as string[]
    await payload.update({ collection: 'fieldworkers', id, data: { services: all }, ...of })
  }
}, 120_000)
afterAll(() => harness.stop())

const start = () => sydney((days += 1), '09:00')

/** A place where a service of the type is not done. */
const wrong = () =>
  ({
    fixed: { address, postcode: '2000', field: ['address.postcode', 'postcode'] },
    mobile: { location: harness.shop.location, field: ['location', 'location'] },
  }) as const

const fieldOf = (body: unknown) => (body as { errors?: { field?: string }[] }).errors?.[0]?.field

describe.each(['fixed', 'mobile'] as const)(
  'a service that is only %s is refused elsewhere',
  (type) => {
    const place = () => {
      const { field: _field, ...rest } = wrong()[type]
      return rest
    }
    const at = () => ('address' in place() ? { address } : { location: harness.shop.location })
    const query = () =>
      'address' in place() ? 'postcode=2000' : `location=${harness.shop.location}`

    test.each(['anonymous', 'customer', 'dispatcher'] as const)('to %s who books', async (who) => {
      const asked = { service: services[type], start: start(), ...at() }
      const body =
        who === 'customer'
          ? asked
          : { ...asked, customer: { ...customer, email: `${who}-${type}@types.test` } }

      const answer = await harness.app.request('POST', '/app/bookings', { as: who, body })

      expect([answer.status, fieldOf(answer.body)]).toEqual([422, wrong()[type].field[0]])
    })

    test('in the search, in explanations and in holds', async () => {
      const day = start().slice(0, 10)
      const searched = await harness.send(
        'GET',
        `/app/slots?service=${type}&from=${day}&to=${day}&${query()}`,
        'anonymous',
      )
      const explained = await harness.send(
        'GET',
        `/app/slots/explain?service=${type}&start=${start()}&${query()}`,
        'anonymous',
      )
      const where =
        'address' in place() ? { postcode: '2000' } : { location: harness.shop.location }
      const held = await harness.send('POST', '/app/holds', 'anonymous', {
        service: type,
        start: start(),
        ...where,
      })

      expect(
        [searched, explained, held].map(({ status, body }) => [status, fieldOf(body)]),
      ).toEqual(Array.from({ length: 3 }, () => [422, wrong()[type].field[1]]))
    })

    test('in a booking that the office makes or adds to, reserved or not', async () => {
      const own = await harness.sql<{ id: string }>(
        `insert into addresses (customer_id, line1, postcode, area_id, timezone)
       values ($1, '1 Own Street', '2000', $2, 'Australia/Sydney') returning id`,
        [harness.shop.customer, harness.shop.area],
      )
      const there =
        'address' in place() ? { address: own[0]?.id } : { location: harness.shop.location }
      const made = async (service: string, unreserved: boolean) => {
        const plan = [{ service, visits: [{ start: start(), unreserved }] }]
        const body = { customer: harness.shop.customer, ...there, plan }
        return harness.send('POST', '/bookings', 'admin', body)
      }

      const refused = [await made(services[type], false), await made(services[type], true)]
      const { body } = await made(harness.shop.services.direct.id, false)
      const { id } = (body as { doc: { id: string } }).doc
      const line = { service: services[type], visits: [] }
      const added = await harness.send('POST', `/bookings/${id}/lines`, 'admin', line)

      expect([...refused, added].map(({ status }) => status)).toEqual([422, 422, 422])
    })
  },
)

test('a remote service shows times and is booked without an address', async () => {
  const day = start().slice(0, 10)

  const found = await harness.send(
    'GET',
    `/app/slots?service=remote&from=${day}&to=${day}`,
    'anonymous',
  )
  const { slots } = found.body as { slots: { start: string }[] }
  const body = { service: 'remote', start: slots[0]?.start, customer }
  const booked = await harness.app.request('POST', '/app/bookings', { body })

  expect([found.status, slots.length > 0, booked.status]).toEqual([200, true, 201])
})
