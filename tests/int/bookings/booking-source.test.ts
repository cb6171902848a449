import { afterAll, beforeAll, expect, test } from 'vitest'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { lineHarnessOf } from '../../support/line-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let day = 2

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const plan = () => {
  const visits = [{ start: sydney((day += 1), '09:00'), fieldworker: 'any' }]
  return [{ service: harness.shop.services.direct.id, visits }]
}

const graphql = (source: string) => askGraphql(harness.app, 'dispatcher', source)

test('GraphQL books without a status or a source, which the rules fill in', async () => {
  const { customer, location } = harness.shop
  const [{ service, visits }] = plan() as [ReturnType<typeof plan>[number]]
  const wanted = `customer: "${customer}", location: "${location}", plan: [{ service: "${service}",
    visits: [{ start: "${visits[0]?.start}", fieldworker: "any" }] }]`

  const plain = await graphql(`mutation { createBooking(data: { ${wanted} }) { status source } }`)
  const claimed = `status: completed, source: portal, ${wanted}`
  const other = await graphql(
    `mutation { createBooking(data: { ${claimed} }) { status source } }`.replace(
      visits[0]?.start ?? '',
      sydney((day += 1), '09:00'),
    ),
  )

  const made = { data: { createBooking: { status: 'confirmed', source: 'manual' } } }
  expect(plain).toEqual(made)
  expect(other).toEqual(made)
})

test('GraphQL adds a visit given only its line and start', async () => {
  const { customer } = harness.shop
  const wish = { service: 'direct', customerId: customer, start: sydney((day += 1), '09:00') }
  const { body } = await harness.book(wish, 'dispatcher')
  const line = await lineHarnessOf(harness).lineIn(body.id)

  const added = await graphql(`mutation { createAppointment(data: { booking: "${body.id}",
    line: "${line}", start: "${sydney(day, '14:00')}" }) { status acceptance progress } }`)

  expect(added).toEqual({
    data: {
      createAppointment: {
        ...{ status: 'confirmed', acceptance: 'unassigned', progress: 'not_started' },
      },
    },
  })
})

test.each(['portal', 'widget', 'api', 'ai-agent', 'import'])(
  'staff who say "%s" take a manual booking all the same',
  async (source) => {
    const { customer, location } = harness.shop
    const made = await harness.send('POST', '/bookings', 'dispatcher', {
      ...{ customer, location, plan: plan(), source, status: 'completed' },
    })

    expect(made.body, JSON.stringify(made.body)).toMatchObject({
      doc: { source: 'manual', status: 'confirmed' },
    })
  },
)
