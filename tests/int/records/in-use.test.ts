import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let booking: string
let records: Record<string, string>

beforeAll(async () => {
  harness = await openHarness()
  const { shop } = harness
  const { body } = await harness.book({ service: 'direct', start: sydney(5, '09:00') }, 'customer')
  booking = body.id
  const atDepot = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [{ service: shop.services.direct.id, visits: [{ start: sydney(6, '09:00') }] }],
  })
  const [visit] = await harness.visitsOf(booking)
  const [row] = await harness.sql<{ reserved_for_id: string | null }>(
    'select reserved_for_id from appointments where id = $1',
    [visit?.id],
  )
  expect(atDepot.status).toBe(201)
  records = {
    services: shop.services.direct.id,
    locations: shop.location,
    customers: shop.customer,
    fieldworkers: visit?.fieldworker_id ?? row?.reserved_for_id ?? '',
    areas: shop.area,
  }
}, 120_000)
afterAll(() => harness.stop())

/** Areas have no Deleted list. */
const remove = (slug: string) => {
  const at = `/${slug}/${records[slug]}`
  const data = { deletedAt: new Date().toISOString() }
  return slug === 'areas'
    ? harness.send('DELETE', at, 'admin')
    : harness.send('PATCH', at, 'admin', data)
}

const slugs = ['services', 'locations', 'customers', 'fieldworkers', 'areas'] as const

test.each(slugs)(
  'of %s none goes while open bookings need it, and the refusal says how many',
  async (slug) => {
    const { status, code, body } = await remove(slug)

    expect([status, code]).toEqual([409, 'in-use'])
    const [error] = (body as { errors: { message: string; details: { bookings: number } }[] })
      .errors
    expect(error?.details.bookings).toBeGreaterThan(0)
    expect(error?.message).toContain(String(error?.details.bookings))
  },
)

test.each(slugs)('of %s one that bookings need is retired instead', async (slug) => {
  const at = `/${slug}/${records[slug]}`

  const { status } = await harness.send('PATCH', at, 'admin', { active: false })

  expect(status).toBe(200)
  await harness.send('PATCH', at, 'admin', { active: true })
})

test('a visit of a service that was retired can still be moved', async () => {
  const at = `/services/${records['services']}`
  await harness.send('PATCH', at, 'admin', { active: false })

  const moved = await harness.send('POST', `/bookings/${booking}/reschedule`, 'dispatcher', {
    start: sydney(5, '14:00'),
    reason: 'The customer asked.',
  })

  await harness.send('PATCH', at, 'admin', { active: true })
  expect(moved.status).toBe(200)
  booking = (moved.body as { booking: { id: string } }).booking.id
})

test('once the bookings have ended, all of them go', async () => {
  await harness.sql(`update appointments set status = 'cancelled'`)
  await harness.sql(`update bookings set status = 'cancelled'`)

  const statuses: number[] = []
  for (const slug of slugs) statuses.push((await remove(slug)).status)

  expect(statuses).toEqual([200, 200, 200, 200, 200])
})
