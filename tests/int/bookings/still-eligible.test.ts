import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

type Service = 'approval' | 'broadcast' | 'direct' | 'request'

let harness: Harness
let one: string
let other: string
let days = 3

beforeAll(async () => {
  harness = await openHarness()
  ;[one, other] = harness.shop.people
}, 120_000)
afterAll(() => harness.stop())
afterEach(async () => {
  await change({ active: true, blocked: false })
})

const change = (data: object, id = one) =>
  harness.app.payload.update({
    collection: 'fieldworkers',
    id,
    data,
    overrideAccess: true,
    context: { channel: 'seed' },
  })

/** A booking of one visit; without a person, its time is reserved with the first of the two. */
const book = async (service: Service, fieldworker?: string) => {
  days += 1
  if (!fieldworker) await change({ active: false }, other)
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: harness.shop.customer,
    location: harness.shop.location,
    plan: [
      {
        service: harness.shop.services[service].id,
        visits: [{ start: sydney(days, '09:00'), ...(fieldworker && { fieldworker }) }],
      },
    ],
  })
  if (!fieldworker) await change({ active: true }, other)
  const { id } = (made.body as { doc: { id: string } }).doc
  const [visit] = await harness.visitsOf(id)
  return { booking: id, visit: visit?.id ?? '' }
}

const refusalOf = async (path: string, as: 'dispatcher' | 'fieldworker', body: object = {}) => {
  const answer = await harness.send('POST', path, as, body)
  const [error] = (answer.body as { errors?: { field?: string }[] }).errors ?? []
  return [answer.status, answer.code, error?.field]
}

const refused = [422, 'invalid-input', 'fieldworker']

describe('someone whose time is reserved, and who may not do the work any more', () => {
  test.each([{ active: false }, { blocked: true }, { services: [] }] as const)(
    'is not given the visit: %j',
    async (no) => {
      const { visit } = await book('direct')
      const { services } = await harness.app.payload.findByID({
        collection: 'fieldworkers',
        id: one,
        depth: 0,
        overrideAccess: true,
      })
      await change(no)

      const assign = { fieldworker: one, method: 'direct' }
      const ask = { fieldworker: one, method: 'request' }
      expect(await refusalOf(`/appointments/${visit}/assign`, 'dispatcher', assign)).toEqual(
        refused,
      )
      expect(await refusalOf(`/appointments/${visit}/assign`, 'dispatcher', ask)).toEqual(refused)
      await change({ services })
    },
  )

  test('is given it again once they may', async () => {
    const { visit } = await book('direct')
    await change({ active: false })
    const assign = { fieldworker: one }
    await refusalOf(`/appointments/${visit}/assign`, 'dispatcher', assign)

    await change({ active: true })

    expect((await refusalOf(`/appointments/${visit}/assign`, 'dispatcher', assign))[0]).toBe(200)
  })

  test('is not asked when the booking is approved: someone else is', async () => {
    await change({ active: false }, other)
    const made = await harness.send('POST', '/bookings', 'dispatcher', {
      customer: harness.shop.customer,
      location: harness.shop.location,
      plan: [
        {
          service: harness.shop.services.approval.id,
          method: 'request',
          visits: [{ start: sydney(30, '09:00') }],
        },
      ],
    })
    await change({ active: true }, other)
    await change({ active: false })
    const { id } = (made.body as { doc: { id: string } }).doc

    const approved = await harness.send('POST', `/bookings/${id}/approve`, 'manager')

    expect(approved.status).toBe(200)
    expect(await harness.visitsOf(id)).toMatchObject([
      { acceptance: 'pending', fieldworker_id: other },
    ])
  })
})

describe('someone who was asked, and who may not do the work any more', () => {
  test('neither accepts, nor does the office for them', async () => {
    const { visit } = await book('request', one)
    await change({ blocked: true })

    const body = { onBehalfOf: one, reason: 'By phone' }
    expect(await refusalOf(`/appointments/${visit}/accept`, 'fieldworker')).toEqual(refused)
    expect(await refusalOf(`/appointments/${visit}/accept`, 'dispatcher', body)).toEqual(refused)
  })

  test('is not put back to pending', async () => {
    const { visit } = await book('request', one)
    await harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker', {})
    await change({ active: false })

    const body = { onBehalfOf: one, reason: 'Asked again' }
    expect(await refusalOf(`/appointments/${visit}/pend`, 'dispatcher', body)).toEqual(refused)
  })

  test('does not win a broadcast', async () => {
    const { visit } = await book('broadcast')
    await harness.send('POST', `/appointments/${visit}/assign`, 'dispatcher', {
      method: 'broadcast',
    })
    await change({ active: false })

    expect(await refusalOf(`/appointments/${visit}/accept`, 'fieldworker')).toEqual(refused)
  })

  test('does not take the visit along to another time', async () => {
    const { visit } = await book('request', one)
    await change({ active: false })

    const body = { start: sydney(days, '13:00'), fieldworker: one }
    expect(await refusalOf(`/appointments/${visit}/retime`, 'dispatcher', body)).toEqual(refused)
  })
})
