import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customersFound } from '../../../src/admin/bookings/list/customers-found.ts'
import { listFilter } from '../../../src/admin/bookings/list/list-filter.ts'
import { foldText } from '../../../src/domain/records/fold-text.ts'
import type { CollectionSlug } from 'payload'
import { createLocalReq } from 'payload'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { insert } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
let booked: { id: string; number: string }

const names = [
  'Nguyễn Đức',
  'O’Brien',
  'Łukasz Żółć',
  'Straße & Co',
  '50% off_price',
  'Back\\slash',
  'ИВАНОВ',
]

beforeAll(async () => {
  harness = await openMessageHarness()
  for (const [at, name] of names.entries()) {
    const email = `folded${at}@guest.test`
    await insert(harness.app.payload, 'customers', { name, email, phone: `+6141234567${at}` })
  }
  const customer = { name: 'Søren O’Shea', email: 'soren@guest.test', phone: '0491 570 156' }
  const start = sydney(2, '09:00')
  booked = (await harness.book({ service: 'request', start, customer })).body
}, 120_000)
afterAll(() => harness.stop())

const found = async (path: string, key = 'name') => {
  const { body, status } = await harness.send('GET', path, 'admin')
  expect(status, JSON.stringify(body)).toBe(200)
  return (body['docs'] as Record<string, unknown>[]).map((each) => each[key]).sort()
}
const encoded = (value: string) => encodeURIComponent(value)

describe('a search of customers', () => {
  test.each([
    ['nguyen', ['Nguyễn Đức']],
    ['  NGUYEN DUC ', ['Nguyễn Đức']],
    ['Nguyễn', ['Nguyễn Đức']],
    ["o'brien", ['O’Brien']],
    ['lukasz zolc', ['Łukasz Żółć']],
    ['strasse', ['Straße & Co']],
    ['%', ['50% off_price']],
    ['_', ['50% off_price']],
    ['\\', ['Back\\slash']],
    ['иванов', ['ИВАНОВ']],
  ])('for “%s” finds %s', async (asked, expected) => {
    for (const operator of ['like', 'contains']) {
      expect(await found(`/customers?where[name][${operator}]=${encoded(asked)}`)).toEqual(expected)
    }
  })

  test.each(['0412 345 671', '+61 412 345 671', '412-345-671', ' 0412345671 '])(
    'for the phone number “%s” finds its owner',
    async (asked) => {
      const path = `/customers?where[phone][contains]=${encoded(asked)}`
      expect(await found(path)).toEqual(['O’Brien'])
    },
  )

  test.each(['equals', 'in'])(
    'for a number of the country finds its owner by %s too',
    async (how) => {
      for (const asked of ['0412 345 671', '+61 412 345 671', '0061412345671']) {
        const where = `where[phone][${how}]=${encoded(asked)}`
        expect(await found(`/customers?${where}`), asked).toEqual(['O’Brien'])
        const { body } = await harness.send('GET', `/customers/count?${where}`, 'admin')
        expect(body['totalDocs'], asked).toBe(1)
      }
    },
  )

  test('that is not to match leaves the others', async () => {
    const path = `/customers?limit=100&where[name][not_like]=${encoded("O'BRIEN")}`
    const others = await found(path)
    expect(others).toContain('Nguyễn Đức')
    expect(others).not.toContain('O’Brien')
  })

  test('compares a text in the database as the panel does in the browser', async () => {
    const samples = [...names, 'ĐĂNG ĦAL ÆŒ ß ẞ', '‘a’ “b” – — ´c`', 'İ', 'Ünïcödé', 'Smith‐Jones']
    const rows = await harness.sql<{ folded: string }>(
      `select folded_text(value) as folded
       from unnest($1::text[]) with ordinality as t(value, at) order by at`,
      [samples],
    )
    expect(rows.map(({ folded }) => folded)).toEqual(samples.map(foldText))
  })
})

describe('a search of bookings', () => {
  const inList = async (q: string, { byId = true, as = 'admin' } = {}) => {
    const user = await harness.app.payload.db.findOne({
      collection: 'users',
      where: { email: { equals: `${as}@people.test` } },
    })
    const req = await createLocalReq(
      { user: { ...(user as object), collection: 'users' } as never },
      harness.app.payload,
    )
    const customers = byId ? await customersFound(req, q) : null
    const query = { tab: 'all', q, status: '', source: '', from: '', to: '', sort: '', page: 1 }
    const { docs } = await harness.app.payload.find({
      collection: 'bookings',
      where: listFilter(query, { zone: 'Australia/Sydney', customers }),
      overrideAccess: false,
      depth: 0,
      req,
    })
    return docs.map(({ number }) => number)
  }

  test.each([
    ['its number', () => booked.number],
    ['its number with blanks', () => ` ${booked.number.slice(0, 2)} ${booked.number.slice(2)} `],
    ['the name without accents', () => "soren o'shea"],
    ['the phone number', () => '0491 570 156'],
    ['the e-mail address', () => ' Soren@guest'],
  ])('finds one by %s', async (_, asked) => {
    expect(await inList(asked())).toEqual([booked.number])
    expect(await inList(asked(), { byId: false })).toEqual([booked.number])
  })

  test.each(['dispatcher', 'manager'])('finds one for a %s', async (as) => {
    expect(await inList(booked.number, { as })).toEqual([booked.number])
    expect(await inList('soren', { as })).toEqual([booked.number])
  })

  test('finds one by the name that its customer has now', async () => {
    await harness.sql(`update customers set name = 'Sigrid Holm' where email = 'soren@guest.test'`)

    expect(await inList('sigrid')).toEqual([booked.number])
    expect(await inList('sigrid', { byId: false })).toEqual([booked.number])
  })

  test('finds one by its own names for someone who may not see customers', async () => {
    await harness.sql(`delete from roles_permissions p using roles r
      where p.parent_id = r.id and r.slug = 'manager' and p.value = 'customer.view'`)

    expect(await inList('soren', { as: 'manager' })).toEqual([booked.number])
  })

  test('finds nothing by a sign that stands for any other elsewhere', async () => {
    expect(await inList('%')).toEqual([])
    expect(await inList('_')).toEqual([])
  })
})

describe('the search box of a list', () => {
  test.each(['appointments', 'assignment-offers'] as const)(
    'of %s finds bookings',
    async (slug) => {
      const { config } = harness.app.payload.collections[slug as CollectionSlug]
      const conditions = (config.admin.listSearchableFields ?? []).map(
        (field, at) =>
          ['dispatcher', 'manager'].map(
            () => `where[or][${at}][${field}][like]=${encoded(booked.number)}`,
          )[0],
      )
      const path = `/${slug}?depth=0&${conditions.join('&')}`

      for (const who of ['admin', 'manager', 'dispatcher'] as const) {
        const { status, body } = await harness.send('GET', path, who)
        expect(status, JSON.stringify(body)).toBe(200)
        expect((body['docs'] as { booking: string }[]).map(({ booking }) => booking)).toContain(
          booked.id,
        )
      }
    },
  )
})

describe('a search of the outbox', () => {
  test('finds messages by subject, booking number and address', async () => {
    const { id } = await harness.confirmation({ name: 'Jo', email: 'outbox@guest.test' })
    await harness.deliver(id)
    const [row] = await harness.sql<{ number: string; subject: string }>(
      `select b.number, m.subject from deliveries d join bookings b on b.id = d.booking_id
       join outbox_messages m on m.delivery_key = d.key where d.id = $1`,
      [id],
    )
    const ids = async (q: string) => {
      const { body } = await harness.send('GET', `/app/outbox?q=${encoded(q)}`, 'admin')
      return (body['messages'] as { id: string }[]).map((message) => message.id)
    }

    expect(await ids(row?.subject.toUpperCase() ?? '')).toContain(id)
    expect(await ids(row?.number ?? '')).toContain(id)
    expect(await ids('outbox@')).toContain(id)
    expect(await ids('%')).toEqual([])
  })
})
