import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meAnswerSchema } from '../../../src/contracts/people/me.ts'
import {
  linkAnswerSchema,
  myBookingAnswerSchema,
  myBookingsAnswerSchema,
} from '../../../src/contracts/bookings/my-bookings.ts'
import {
  myNotificationsAnswerSchema,
  myOffersAnswerSchema,
  myVisitAnswerSchema,
  myVisitsAnswerSchema,
} from '../../../src/contracts/bookings/my-visits.ts'
import { type App, startApp } from '../../support/app.ts'
import { emailOf, password, type Person } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'
import { openShop, type Shop, sydney } from '../../support/shop.ts'

let app: App
let shop: Shop

beforeAll(async () => {
  app = await startApp()
  shop = await openShop(app.payload)
}, 120_000)
afterAll(() => app.stop())

const read = { 'x-fieldbook-method': 'GET' }

/** Signs in on the site and returns the header that carries the session. */
const cookieOf = async (person: Person): Promise<{ cookie: string }> => {
  const answer = await app.request('POST', '/app/session', {
    body: { email: emailOf(person), password },
  })
  expect(answer.status).toBe(200)
  const [cookie = ''] = answer.headers.getSetCookie()
  return { cookie: cookie.split(';')[0] ?? '' }
}

const address = { line1: '5 Test Street', postcode: '2000' }

const bookAs = async (headers: Record<string, string>, service: string, start: string) => {
  const { body, status } = await app.request<{ id: string }>('POST', '/app/bookings', {
    headers,
    body: { service, start, address },
  })
  expect(status).toBe(201)
  return body.id
}

const linkFor = async (purpose: string, subjectType: string, subjectId: string) => {
  const token = randomBytes(32).toString('base64url')
  await app.payload.db.create({
    collection: 'links',
    data: {
      purpose,
      subjectType,
      subjectId,
      tokenHash: createHash('sha256').update(token).digest('hex'),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      maxUses: 1,
    },
  })
  return token
}

describe('signing in on the site', () => {
  test('opens the caller’s own pages and no one else’s', async () => {
    const customer = await cookieOf('customer')
    const { body } = await app.request('GET', '/app/me', { headers: { ...customer, ...read } })

    expect(meAnswerSchema.parse(body).me).toMatchObject({ kind: 'customer', name: 'customer' })
    const foreign = await app.request('GET', '/app/me/visits', {
      headers: { ...customer, ...read },
    })
    const nobody = await app.request('GET', '/app/me/bookings')
    expect([foreign.status, nobody.status]).toEqual([403, 401])
  })

  test('refuses a wrong password in the same words as an unknown account', async () => {
    const wrong = await app.request('POST', '/app/session', {
      body: { email: emailOf('customer'), password: 'no' },
    })
    const unknown = await app.request('POST', '/app/session', {
      body: { email: 'nobody@people.test', password: 'no' },
    })

    expect(wrong.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  test('a page elsewhere cannot use the cookie to change something', async () => {
    const customer = await cookieOf('customer')
    const { status, body } = await app.request<{ errors: { code: string }[] }>(
      'POST',
      '/bookings/00000000-0000-4000-8000-000000000000/cancel',
      { headers: { ...customer, origin: 'https://elsewhere.test' }, body: { comment: 'x' } },
    )

    expect(status).toBe(401)
    expect(body.errors[0]?.code).toBe('not-signed-in')
  })

  test('a sign-in link works once', async () => {
    const { docs } = await app.payload.find({
      collection: 'customers',
      where: { email: { equals: emailOf('customer') } },
      overrideAccess: true,
    })
    const token = await linkFor('sign-in', 'customers', docs[0]?.id ?? '')
    const enter = () => app.request('POST', '/app/session/enter', { body: { token } })

    const both = await Promise.all([enter(), enter()])

    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  test('signing out ends the session on the server', async () => {
    const customer = await cookieOf('customer')
    await app.request('DELETE', '/app/session', { headers: customer })

    const { body } = await app.request('GET', '/app/me', { headers: { ...customer, ...read } })

    expect(body).toEqual({ me: null })
  })

  test('asking for a link answers the same for everyone', async () => {
    const known = await app.request('POST', '/app/session/link', {
      body: { email: emailOf('customer') },
    })
    const unknown = await app.request('POST', '/app/session/link', {
      body: { email: 'x@people.test' },
    })

    expect([known.status, unknown.status]).toEqual([202, 202])
    expect(known.body).toEqual(unknown.body)
  })
})

describe('the customer’s pages', () => {
  test('show their bookings, with what cancelling would cost', async () => {
    const headers = await cookieOf('customer')
    const id = await bookAs(headers, 'direct', sydney(3, '09:00'))

    const list = await app.request('GET', '/app/me/bookings', { headers: { ...headers, ...read } })
    const one = await app.request('GET', `/app/me/bookings/${id}`, {
      headers: { ...headers, ...read },
    })

    expect(myBookingsAnswerSchema.parse(list.body).bookings.map((booking) => booking.id)).toContain(
      id,
    )
    const { booking } = myBookingAnswerSchema.parse(one.body)
    expect(booking).toMatchObject({
      status: 'confirmed',
      services: ['direct'],
      cancel: { allowed: true, fee: null },
    })
    expect(booking.totals?.total).toEqual({ amount: 11_000, currency: 'AUD' })
    const other = await cookieOf('otherCustomer')
    const foreign = await app.request('GET', `/app/me/bookings/${id}`, {
      headers: { ...other, ...read },
    })
    expect(foreign.status).toBe(404)
  })

  test('name the next visit of a booking whose first is over', async () => {
    const headers = await cookieOf('customer')
    const plan = [10, 12].map((day) => ({ start: sydney(day, '09:00'), fieldworker: 'any' }))
    const made = await app.request<{ doc: { id: string } }>('POST', '/bookings', {
      as: 'dispatcher',
      body: {
        customer: shop.customer,
        location: shop.location,
        plan: [{ service: shop.services.direct.id, visits: plan }],
      },
    })
    const { id } = made.body.doc
    await runSql(
      app.url,
      `update appointments set start = now() - interval '3 hours', "end" = now() - interval '2 hours'
       where booking_id = $1 and start = $2`,
      [id, plan[0]?.start],
    )

    const list = await app.request('GET', '/app/me/bookings', { headers: { ...headers, ...read } })

    const { bookings } = myBookingsAnswerSchema.parse(list.body)
    expect(bookings.find((booking) => booking.id === id)?.next?.start).toBe(plan[1]?.start)
  })

  test('a mailed link shows the booking and cancels it', async () => {
    const headers = await cookieOf('customer')
    const id = await bookAs(headers, 'direct', sydney(4, '09:00'))
    const view = await linkFor('view', 'bookings', id)
    const cancel = await linkFor('cancel', 'bookings', id)

    const shown = await app.request('GET', `/app/links/${view}`)
    const refused = await app.request('POST', `/app/links/${view}/cancel`, {
      body: { comment: 'No' },
    })
    const done = await app.request('POST', `/app/links/${cancel}/cancel`, {
      body: { comment: 'Ill' },
    })

    expect(linkAnswerSchema.parse(shown.body).booking?.id).toBe(id)
    expect([refused.status, done.status]).toEqual([403, 200])
    expect(myBookingAnswerSchema.parse(done.body).booking).toMatchObject({
      status: 'cancelled',
      cancellation: { comment: 'Ill', fee: null },
    })
  })
})

describe('the fieldworker’s pages', () => {
  test('show offers and visits, and take their reports', async () => {
    const customer = await cookieOf('customer')
    const id = await bookAs(customer, 'request', sydney(5, '09:00'))
    const { docs } = await app.payload.find({
      collection: 'appointments',
      where: { booking: { equals: id } },
      depth: 0,
      overrideAccess: true,
    })
    const [visit] = docs
    const isFirst = visit?.fieldworker === shop.people[0]
    const headers = await cookieOf(isFirst ? 'fieldworker' : 'otherFieldworker')
    const stranger = await cookieOf(isFirst ? 'otherFieldworker' : 'fieldworker')
    const get = (path: string, as = headers) =>
      app.request('GET', path, { headers: { ...as, ...read } })

    const offers = myOffersAnswerSchema.parse((await get('/app/me/offers')).body).offers
    expect(offers.map((offer) => offer.appointment)).toContain(visit?.id)
    expect((await get(`/app/me/visits/${visit?.id}`, stranger)).status).toBe(404)
    const accept = await app.request('POST', `/appointments/${visit?.id}/accept`, {
      headers,
      body: {},
    })
    expect(accept.status).toBe(200)
    const visits = await get(`/app/me/visits?from=2020-01-01&to=2099-01-01`)
    expect(myVisitsAnswerSchema.parse(visits.body).visits.map((one) => one.id)).toContain(visit?.id)
    const start = await app.request('POST', `/appointments/${visit?.id}/en-route`, {
      headers,
      body: {},
    })
    expect(start.status).toBe(200)
    const shown = await get(`/app/me/visits/${visit?.id}`)
    expect(myVisitAnswerSchema.parse(shown.body).visit).toMatchObject({
      progress: 'en_route',
      allowed: ['start'],
    })
    const told = await get('/app/me/notifications')
    expect(myNotificationsAnswerSchema.parse(told.body).notifications.length).toBeGreaterThan(0)
  })
})
