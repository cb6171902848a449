import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '../../../src/access/actor.ts'
import { loadBooking } from '../../../src/admin/bookings/page/load-booking.ts'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type LineHarness, lineHarnessOf } from '../../support/line-harness.ts'
import { requestOf } from '../../support/request-of.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let lines: LineHarness
let day = 2

const questions = [
  { key: 'gate', label: 'Gate code?', type: 'text', required: true },
  { key: 'dogs', label: 'Are there dogs?', type: 'checkbox', required: false },
]

beforeAll(async () => {
  harness = await openHarness()
  lines = lineHarnessOf(harness)
  const { id } = harness.shop.services.request
  await harness.send('PATCH', `/services/${id}`, 'admin', { questions })
}, 120_000)
afterAll(() => harness.stop())

type Refused = { errors: { field?: string; message: string }[] }

const start = () => sydney((day += 1), '09:00')

const fieldOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as Refused).errors?.[0]?.field,
]

/** The first of a plan is the service that asks nothing. */
const planned = (answers?: object) => {
  const { direct, request } = harness.shop.services
  const visits = () => [{ start: start(), fieldworker: 'any' }]
  return {
    customer: harness.shop.customer,
    location: harness.shop.location,
    plan: [
      { service: direct.id, visits: visits() },
      { service: request.id, visits: visits(), ...(answers && { answers }) },
    ],
  }
}

const byPhone = (body: object) =>
  harness.book({ start: start(), customerId: harness.shop.customer, ...body }, 'dispatcher')

describe('a question that has to be answered is asked', () => {
  test('by the application API, of the first service and of every further one', async () => {
    const first = await harness.book({ service: 'request', start: start() })
    const more = [{ service: 'request', start: start() }]
    const further = await harness.book(
      { service: 'direct', start: start(), customerId: harness.shop.customer, more },
      'dispatcher',
    )

    expect(fieldOf(first)).toEqual([422, 'answers.gate'])
    expect(fieldOf(further)).toEqual([422, 'more.0.answers.gate'])
  })

  test('by REST, of every line', async () => {
    const none = await harness.send('POST', '/bookings', 'dispatcher', planned())
    const wrong = await harness.send(
      'POST',
      '/bookings',
      'dispatcher',
      planned({ gate: 'x', y: 1 }),
    )
    const right = await harness.send('POST', '/bookings', 'dispatcher', planned({ gate: '12' }))

    expect(fieldOf(none)).toEqual([422, 'plan.1.answers.gate'])
    expect(fieldOf(wrong)).toEqual([422, 'plan.1.answers.y'])
    expect(right.status, JSON.stringify(right.body)).toBe(201)
  })

  test('by GraphQL', async () => {
    const { customer, location, services } = harness.shop
    const at = start()
    const create = (answers: string) =>
      askGraphql(
        harness.app,
        'dispatcher',
        `mutation { createBooking(data: { customer: "${customer}", location: "${location}",
          plan: [{ service: "${services.request.id}", ${answers}
            visits: [{ start: "${at}", fieldworker: "any" }] }] }) { number status } }`,
      )

    expect((await create('')).errors?.[0]?.message).toBe('Please answer: Gate code?')
    expect((await create('answers: { gate: "7" },')).errors).toBeUndefined()
  })

  test('when a service is added, or a line is made or changed by hand', async () => {
    const { body } = await byPhone({ service: 'direct' })
    const { id: service } = harness.shop.services.request
    const line = await lines.lineIn(body.id)
    const by = (answers: object) => ({ booking: body.id, service, ...answers })
    const said = { answers: { gate: '12' } }

    const refused = [
      await lines.add(body.id, 'lines', { service: 'request' }),
      await harness.send('POST', '/booking-lines', 'dispatcher', by({})),
      await harness.send('PATCH', `/booking-lines/${line}`, 'dispatcher', { service }),
    ]
    const made = await lines.add(body.id, 'lines', { service: 'request', ...said })
    const own = (made.body as { line: { id: string } }).line?.id
    const cleared = await harness.send('PATCH', `/booking-lines/${own}`, 'dispatcher', {
      answers: {},
    })

    expect(refused.map(fieldOf)).toEqual(refused.map(() => [422, 'answers.gate']))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(fieldOf(cleared)).toEqual([422, 'answers.gate'])
  })
})

test('the office sees what was answered beside the service, by the doors that took it', async () => {
  const answers = { gate: 'Ring twice', dogs: true }
  const { body } = await byPhone({ service: 'request', answers })
  const { plan, ...booking } = planned()
  const alone = { ...booking, plan: plan.slice(1), answers }
  const other = await harness.send('POST', '/bookings', 'dispatcher', alone)
  const { id } = (other.body as { doc: { id: string } }).doc
  const req = await requestOf(harness, 'dispatcher')

  for (const one of [body.id, id]) {
    const view = await loadBooking({ req, actor: await actorOf(req), id: one })

    expect(view?.lines[0]?.answers).toEqual([
      { label: 'Gate code?', value: 'Ring twice' },
      { label: 'Are there dogs?', value: 'Yes' },
    ])
  }
})

test('a further visit of a series, and another customer, are asked nothing again', async () => {
  const answers = { gate: '12' }
  const { body } = await byPhone({ service: 'request', answers })
  const { id } = harness.shop.services.request
  const added = { key: 'floor', label: 'Which floor?', type: 'text', required: true }
  await harness.send('PATCH', `/services/${id}`, 'admin', { questions: [...questions, added] })

  const series = await harness.send('POST', '/app/series', 'dispatcher', {
    booking: body.id,
    rule: { unit: 'week', every: 1, count: 2 },
  })
  const [other] = await harness.sql<{ id: string }>('select id from customers where id <> $1', [
    harness.shop.customer,
  ])
  const { body: alone } = await byPhone({
    service: 'request',
    answers: { gate: '1', floor: '2' },
  })
  const changed = await harness.send(
    'POST',
    `/bookings/${alone.id}/change-customer`,
    'dispatcher',
    {
      customer: other?.id,
      reason: 'Wrong account',
    },
  )

  expect(series.status, JSON.stringify(series.body)).toBe(201)
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  await harness.send('PATCH', `/services/${id}`, 'admin', { questions })
})
