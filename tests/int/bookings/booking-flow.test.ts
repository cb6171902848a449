import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import type { Person } from '../../support/people.ts'
import { openShop, type Shop, sydney } from '../../support/shop.ts'

let app: App
let shop: Shop

beforeAll(async () => {
  app = await startApp()
  shop = await openShop(app.payload)
}, 120_000)
afterAll(() => app.stop())

type Booked = { id: string; number: string; status: string }
type Visit = {
  id: string
  status: string
  acceptance: string
  progress: string
  fieldworker: string | null
}

const guest = { name: 'Jo Park', email: 'jo@guest.test' }
const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }

const book = (body: object, as?: Person, headers?: Record<string, string>) =>
  app.request<Booked & { errors?: { code: string; field?: string; details?: object }[] }>(
    'POST',
    '/app/bookings',
    { body: { address, ...body }, ...(as && { as }), ...(headers && { headers }) },
  )

const bookingOf = async (id: string) => {
  const { body } = await app.request<Record<string, never>>('GET', `/bookings/${id}`, {
    as: 'admin',
  })
  return body as unknown as {
    status: string
    cancellation: { feeAmount: number; comment: string; by: string }
    gates: { approval: string }
    totals: { subtotal: number; tax: number; total: number }
  }
}

const visitsOf = async (booking: string): Promise<Visit[]> => {
  const { docs } = await app.payload.find({
    collection: 'appointments',
    where: { booking: { equals: booking } },
    sort: 'start',
    depth: 0,
    overrideAccess: true,
  })
  return docs as unknown as Visit[]
}

const command = (path: string, as: Person, body: object = {}) =>
  app.request<{ errors?: { code: string; message: string }[] }>('POST', path, { as, body })

describe('booking a slot', () => {
  test('a guest gets a confirmed booking, a person and a price', async () => {
    const { status, body } = await book({
      service: 'direct',
      start: sydney(3, '09:00'),
      customer: guest,
    })

    expect(body).toMatchObject({ status: 'confirmed', total: { amount: 11_000, currency: 'AUD' } })
    expect(status).toBe(201)
    const [visit] = await visitsOf(body.id)
    expect(visit).toMatchObject({ status: 'confirmed', acceptance: 'not_required' })
    expect(shop.people).toContain(visit?.fieldworker)
    expect((await bookingOf(body.id)).totals).toMatchObject({ subtotal: 10_000, tax: 1000 })
  })

  test('the third booking of a slot with two people is refused, and other times are named', async () => {
    const start = sydney(4, '09:00')
    const answers = []
    for (const name of ['A', 'B', 'C']) {
      answers.push(
        await book({ service: 'direct', start, customer: { name, phone: '0412 345 678' } }),
      )
    }

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409])
    const [refusal] = answers[2]?.body.errors ?? []
    expect(refusal?.code).toBe('slot-taken')
    expect(refusal?.details).toMatchObject({ alternatives: [{}, {}, {}] })
  })

  test.each([
    [{ start: '2020-01-01T00:00:00Z' }, 'outside-booking-window'],
    [{ start: 'tomorrow' }, 'invalid-input'],
    [{ service: 'nothing' }, 'not-found'],
    [{ address: { line1: 'x', postcode: '9999' } }, 'invalid-input'],
    [{ customer: { name: 'No contact' } }, 'invalid-input'],
    [{ customer: undefined }, 'invalid-input'],
    [{ customerId: '00000000-0000-4000-8000-000000000000' }, 'not-allowed'],
    [{ quantity: -1 }, 'invalid-input'],
    [{ extra: true }, 'invalid-input'],
  ])('refuses %j with %s and writes nothing', async (change, code) => {
    const before = await app.payload.count({ collection: 'customers', overrideAccess: true })
    const body = { service: 'direct', start: sydney(5, '10:00'), customer: guest, ...change }

    const answer = await book(body)

    expect(answer.body.errors?.[0]?.code).toBe(code)
    expect(answer.status).toBeLessThan(500)
    const after = await app.payload.count({ collection: 'customers', overrideAccess: true })
    expect(after.totalDocs).toBe(before.totalDocs)
  })

  test('the same key books once', async () => {
    const headers = { 'idempotency-key': 'a-key-of-a-visitor' }
    const body = {
      service: 'direct',
      start: sydney(6, '09:00'),
      customer: { name: 'K', phone: '0412345678' },
    }
    const first = await book(body, undefined, headers)
    const again = await book(body, undefined, headers)
    const other = await book({ ...body, notes: 'other' }, undefined, headers)

    expect([first.status, again.status, other.status]).toEqual([201, 201, 422])
    expect(again.body.id).toBe(first.body.id)
    expect(other.body.errors?.[0]?.code).toBe('idempotency-mismatch')
  })
})

describe('an offered visit', () => {
  test('waits for the fieldworker and confirms the booking when accepted', async () => {
    const { body } = await book({ service: 'request', start: sydney(7, '09:00'), customer: guest })
    expect(body.status).toBe('pending')
    const [visit] = await visitsOf(body.id)
    const holder: Person =
      visit?.fieldworker === shop.people[0] ? 'fieldworker' : 'otherFieldworker'
    const stranger: Person = holder === 'fieldworker' ? 'otherFieldworker' : 'fieldworker'

    const refused = await command(`/appointments/${visit?.id}/accept`, stranger)
    const accepted = await command(`/appointments/${visit?.id}/accept`, holder)

    expect([403, 404]).toContain(refused.status)
    expect(accepted.status).toBe(200)
    expect((await bookingOf(body.id)).status).toBe('confirmed')
    const { docs } = await app.payload.find({
      collection: 'audit-events',
      where: { booking: { equals: body.id } },
      sort: 'at',
      limit: 100,
      overrideAccess: true,
    })
    expect(docs.map((event) => event.command)).toContain('accept')
  })

  test('can be declined, accepted on behalf and converted back to pending', async () => {
    const { body } = await book({ service: 'request', start: sydney(8, '09:00'), customer: guest })
    const [visit] = await visitsOf(body.id)
    const onBehalfOf = visit?.fieldworker
    const answered: string[] = []
    for (const [verb, said] of [
      ['decline', { reason: 'Ill', onBehalfOf }],
      ['accept', { onBehalfOf }],
      ['pend', { onBehalfOf }],
    ] as const) {
      const { status, body: answer } = await command(
        `/appointments/${visit?.id}/${verb}`,
        'dispatcher',
        said,
      )
      expect(answer.errors ?? []).toEqual([])
      expect(status).toBe(200)
      answered.push((await visitsOf(body.id))[0]?.acceptance ?? '')
    }

    expect(answered).toEqual(['declined', 'accepted', 'pending'])
  })

  test('goes to everyone by broadcast, and the first to accept has it', async () => {
    const { body } = await book({
      service: 'broadcast',
      start: sydney(9, '09:00'),
      customer: guest,
    })
    const [visit] = await visitsOf(body.id)
    expect(visit).toMatchObject({ acceptance: 'pending', fieldworker: null })

    const first = await command(`/appointments/${visit?.id}/accept`, 'fieldworker')
    const second = await command(`/appointments/${visit?.id}/accept`, 'otherFieldworker')

    expect(first.status).toBe(200)
    expect(second.status).toBeGreaterThanOrEqual(400)
    expect((await visitsOf(body.id))[0]?.fieldworker).toBe(shop.people[0])
  })
})

describe('ending a booking', () => {
  test('a customer cancels late, and the fee is on the booking', async () => {
    const { body } = await book({ service: 'direct', start: sydney(1, '07:30') }, 'customer')
    expect(body.errors).toBeUndefined()

    const silent = await command(`/bookings/${body.id}/cancel`, 'customer')
    const { status } = await command(`/bookings/${body.id}/cancel`, 'customer', {
      comment: 'Moving',
    })

    expect([silent.status, status]).toEqual([422, 200])
    const booking = await bookingOf(body.id)
    expect(booking.status).toBe('cancelled')
    expect(booking.cancellation.comment).toBe('Moving')
  })

  test('an ended booking cannot be brought back', async () => {
    const { body } = await book({ service: 'direct', start: sydney(10, '09:00'), customer: guest })
    await command(`/bookings/${body.id}/cancel`, 'dispatcher', { reason: 'Test' })

    const command1 = await command(`/bookings/${body.id}/confirm`, 'dispatcher')
    const save = await app.request<{ errors: { code: string }[] }>(
      'PATCH',
      `/bookings/${body.id}`,
      {
        as: 'admin',
        body: { status: 'confirmed' },
      },
    )

    expect(command1.body.errors?.[0]?.code).toBe('transition-refused')
    expect(save.body.errors[0]?.code).toBe('transition-refused')
  })

  test('approval is asked first, then the booking confirms', async () => {
    const { body } = await book({
      service: 'approval',
      start: sydney(11, '09:00'),
      customer: guest,
    })
    expect(body.status).toBe('pending')

    const refused = await command(`/bookings/${body.id}/approve`, 'fieldworker')
    const approved = await command(`/bookings/${body.id}/approve`, 'manager')

    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(approved.body.errors ?? []).toEqual([])
    expect((await bookingOf(body.id)).status).toBe('confirmed')
  })
})

test('a company that moves to another time zone moves no booking', async () => {
  const { body } = await book({ service: 'direct', start: sydney(12, '09:00'), customer: guest })
  const read = async () => {
    const { startsAt, endsAt, timezone } = (await bookingOf(body.id)) as unknown as Booking
    const visits = (await visitsOf(body.id)) as unknown as Booking[]
    return { startsAt, endsAt, timezone, zones: visits.map((visit) => visit.timezone) }
  }
  type Booking = { startsAt: string; endsAt: string; timezone: string }
  const before = await read()

  const moved = await app.request('POST', '/globals/company', {
    as: 'admin',
    body: { timezone: 'Europe/London' },
  })

  expect(moved.status).toBe(200)
  expect(await read()).toEqual(before)
  expect(before).toMatchObject({ timezone: 'Australia/Sydney', zones: ['Australia/Sydney'] })
})
