import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let day = 2

/** Nine o'clock of a day on which no test has booked. */
const freeStart = () => {
  day += 1
  return sydney(day, '09:00')
}

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const refusal = (body: object) =>
  (body as { errors?: { code: string; field?: string; message: string }[] }).errors?.[0]
const doc = (body: object) => (body as { doc: Record<string, unknown> }).doc
const notAPhone = { code: 'invalid-input', message: expect.stringMatching(/not a phone number/) }

describe('a phone number', () => {
  const stored = '+61293744000'

  test.each(['0412 345 678', '0412.345.678', '04-1234/5678', '0412\u00a0345\u202f678'])(
    'typed as “%s” books, stored in one form',
    async (phone) => {
      const start = freeStart()
      const body = { service: 'request', start, customer: { name: 'Typed', phone } }
      const booked = await harness.book(body)

      expect(booked).toMatchObject({ status: 201 })
      const [row] = await harness.sql(
        `select c.phone, b.customer_snapshot_phone as copy from bookings b
         join customers c on c.id = b.customer_id where b.id = $1`,
        [booked.body.id],
      )
      expect(row).toEqual({ phone: '+61412345678', copy: '+61412345678' })
    },
  )

  test('that is none is refused in our own words when booking', async () => {
    const customer = { name: 'Typed', phone: 'abc' }
    const booked = await harness.book({ service: 'request', start: freeStart(), customer })

    expect(booked.status).toBe(422)
    expect(refusal(booked.body)).toMatchObject({ ...notAPhone, field: 'customer.phone' })
  })

  const records: [string, Person, () => string][] = [
    ['a customer by staff', 'dispatcher', () => `/customers/${harness.shop.customer}`],
    ['a customer by themselves', 'customer', () => `/customers/${harness.shop.customer}`],
    ['a fieldworker', 'admin', () => `/fieldworkers/${harness.shop.people[0]}`],
    ['a location', 'admin', () => `/locations/${harness.shop.location}`],
  ]
  test.each(records)(
    'of %s is read on saving, and refused where it is none',
    async (_, as, path) => {
      const saved = await harness.send('PATCH', path(), as, { phone: '(02) 9374-4000' })
      const refused = await harness.send('PATCH', path(), as, { phone: 'abc' })

      expect(doc(saved.body)).toMatchObject({ phone: stored })
      expect(refused.status).toBe(422)
      expect(refusal(refused.body)).toMatchObject({ ...notAPhone, field: 'phone' })
    },
  )

  test('of the company is read on saving, and answered as people write it', async () => {
    const company = '/globals/company'
    await harness.send('POST', company, 'admin', { name: 'Shop', phone: '02 9374 4000' })

    expect((await harness.send('GET', company, 'admin')).body).toMatchObject({ phone: stored })
    const open = await harness.send('GET', '/app/company', 'anonymous')
    expect(open.body).toMatchObject({ phone: '(02) 9374 4000' })
    const refused = await harness.send('POST', company, 'admin', { phone: 'by the door' })
    expect(refusal(refused.body)).toMatchObject({ ...notAPhone, field: 'phone' })
  })

  test('is read through GraphQL as well', async () => {
    const save = (phone: string) =>
      askGraphql(
        harness.app,
        'dispatcher',
        `mutation { updateCustomer(id: "${harness.shop.customer}", data: { phone: "${phone}" }) { phone } }`,
      )

    expect(await save('02.9374.4000')).toMatchObject({
      data: { updateCustomer: { phone: stored } },
    })
    expect((await save('abc')).errors).toHaveLength(1)
  })

  test('that was stored before keeps no one from saving the rest', async () => {
    await harness.sql(`update customers set phone = 'ask next door' where id = $1`, [
      harness.shop.customer,
    ])
    const path = `/customers/${harness.shop.customer}`

    const saved = await harness.send('PATCH', path, 'dispatcher', { company: 'Acme' })

    expect(doc(saved.body)).toMatchObject({ company: 'Acme', phone: 'ask next door' })
    const booked = await harness.book({ service: 'request', start: freeStart() }, 'customer')
    expect(booked.status).toBe(201)
  })
})

describe('an e-mail address', () => {
  test.each([
    ['a&b%c/d@guest.test', 'a&b%c/d@guest.test'],
    [' Jürgen@MÜLLER.example ', 'jürgen@müller.example'],
  ])('typed as “%s” books and signs in', async (email, stored) => {
    const customer = { name: 'Typed', email }
    const booked = await harness.book({ service: 'request', start: freeStart(), customer })

    expect(booked.status).toBe(201)
    const [row] = await harness.sql('select id from customers where email = $1', [stored])
    expect(row).toBeDefined()
    const link = await harness.send('POST', '/app/session/link', 'anonymous', { email })
    expect(link.status).toBeLessThan(300)
    const [mail] = await harness.sql(
      `select 1 from deliveries where event = 'sign-in-link' and subject_id = $1`,
      [row?.['id']],
    )
    expect(mail).toBeDefined()
  })

  test('is read on saving, in the panel’s words where it is none', async () => {
    const create = (email: string) =>
      harness.send('POST', '/customers', 'dispatcher', {
        name: 'Typed',
        email,
      })

    expect(doc((await create(' Zoë&Co@Example.com')).body)).toMatchObject({
      email: 'zoë&co@example.com',
    })
    const refused = await create('zoë at example')
    expect(refusal(refused.body)).toMatchObject({
      code: 'invalid-input',
      field: 'email',
      message: expect.stringMatching(/not an e-mail address/),
    })
    const booked = await harness.book({
      service: 'request',
      start: freeStart(),
      customer: { name: 'Typed', email: 'nowhere' },
    })
    expect(refusal(booked.body)).toMatchObject({
      field: 'customer.email',
      message: expect.stringMatching(/not an e-mail address/),
    })
  })

  test('is handed out through GraphQL, whatever its letters', async () => {
    const found = await askGraphql(
      harness.app,
      'dispatcher',
      '{ Customers(where: { email: { equals: "Zoë&Co@example.com" } }) { docs { email } } }',
    )

    expect(found).toMatchObject({
      data: { Customers: { docs: [{ email: 'zoë&co@example.com' }] } },
    })
  })
})

describe('a country', () => {
  const at = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }
  const book = (country: string) =>
    harness.book({
      service: 'request',
      start: freeStart(),
      customer: { name: 'Typed', phone: '0412345678' },
      address: { ...at, country },
    })
  const countryOf = async (booking: string) => {
    const [row] = await harness.sql<{ id: string; country: string }>(
      `select a.id, a.country from addresses a join bookings b on b.address_id = a.id
       where b.id = $1`,
      [booking],
    )
    return row
  }

  test.each(['Australia', 'AU', ' australia '])(
    'given as “%s” is stored as its code',
    async (typed) => {
      const { body } = await book(typed)
      const stored = await countryOf(body.id)

      expect(stored?.country).toBe('AU')
      const saved = await harness.send('PATCH', `/addresses/${stored?.id}`, 'dispatcher', {
        label: 'Home',
      })
      expect(saved.status).toBe(200)
    },
  )

  test('that is none is refused at every door', async () => {
    const booked = await book('Atlantis')
    expect(refusal(booked.body)).toMatchObject({ code: 'invalid-input', field: 'address.country' })
    const made = await harness.send('POST', '/addresses', 'dispatcher', {
      ...at,
      country: 'Atlantis',
    })
    expect(refusal(made.body)).toMatchObject({ code: 'invalid-input', field: 'country' })
    const settings = await harness.send('POST', '/globals/company', 'admin', {
      address: { country: 'Atlantis' },
    })
    expect(refusal(settings.body)).toMatchObject({ field: 'address.country' })
  })

  test('is the company’s own where none is given', async () => {
    const made = await harness.send('POST', '/addresses', 'dispatcher', at)
    const named = await harness.send('POST', '/addresses', 'dispatcher', {
      ...at,
      country: 'Neuseeland',
    })

    expect(doc(made.body)).toMatchObject({ country: 'AU' })
    expect(named.status).toBe(422)
  })
})

describe('the settings of the company', () => {
  const save = (data: object) => harness.send('POST', '/globals/company', 'admin', data)

  test.each([
    ['locale', 'en_AU', 'en-AU'],
    ['currency', 'EURO', 'EUR'],
    ['timezone', '+10:00', 'Australia/Sydney'],
  ])('refuse %s “%s” and take %s', async (field, wrong, right) => {
    const before = (await harness.send('GET', '/globals/company', 'admin')).body[field]
    const refused = await save({ [field]: wrong })

    expect(refusal(refused.body)).toMatchObject({ code: 'invalid-input', field })
    expect((await save({ [field]: right.toLowerCase() })).body).toMatchObject({
      result: { [field]: right },
    })
    await save({ [field]: before })
  })

  test('that were never judged fail no booking, message or cancellation', async () => {
    await harness.sql(`update company set locale = 'en_AU', currency = '??'`)

    const customer = { name: 'Typed', email: 'odd-locale@guest.test' }
    const booked = await harness.book({ service: 'direct', start: freeStart(), customer })
    const cancelled = await harness.send('POST', `/bookings/${booked.body.id}/cancel`, 'admin', {
      reason: 'Not needed',
    })

    expect([booked.status, cancelled.status]).toEqual([201, 200])
    expect((await harness.send('GET', '/app/company', 'anonymous')).body).toMatchObject({
      locale: 'en-AU',
    })
    await harness.sql(`update company set locale = 'en-AU', currency = 'AUD'`)
  })

  test('say whether postcodes have letters', async () => {
    const signs = async () =>
      (await harness.send('GET', '/app/company', 'anonymous')).body['postcodes']
    expect(await signs()).toBe('digits')

    await harness.send('PATCH', `/areas/${harness.shop.area}`, 'admin', {
      postcodes: ['2000', 'SW1A'],
    })

    expect(await signs()).toBe('text')
  })
})

test.each([
  ['skills', {}, 200],
  ['locations', { phone: 100_000_000_000_000_000_000 }, 422],
  ['locations', { timezone: 7 }, 422],
])('a copy of a record of %s with %o is answered with %i', async (slug, odd, status) => {
  const body = { name: 'Typed', ...(slug === 'locations' && { timezone: 'Australia/Sydney' }) }
  const made = await harness.app.request<{ doc: { id: string } }>('POST', `/${slug}`, {
    as: 'admin',
    body,
  })
  const answer = await harness.app.request('POST', `/${slug}/${made.body.doc.id}/duplicate`, {
    as: 'admin',
    body: { ...body, name: 'Copy', ...odd },
  })

  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
})
