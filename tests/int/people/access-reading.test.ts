import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { askGraphql } from '../../support/graphql.ts'
import { emailOf, type Person, people } from '../../support/people.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

type List = { docs?: Record<string, unknown>[]; totalDocs?: number }

let app: App
let mine: Owned

beforeAll(async () => {
  app = await startApp()
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  const start = '2031-05-05T00:00:00.000Z'
  mine = await insertBooking(app.payload, owner, { number: 'READ', start })
})
afterAll(() => app.stop())

const userOf = async (person: Person) => {
  const collection = person.toLowerCase().includes('customer') ? 'customers' : 'users'
  const where = { email: { equals: emailOf(person) } }
  const found = await app.payload.db.findOne<{ id: string }>({ collection, where })
  return { ...found, collection } as never
}

describe('the Deleted list', () => {
  const lists = { bookings: 'Bookings', customers: 'Customers', services: 'Services' } as const
  /** Roles that may delete in a collection, of those that are asked. */
  const open: Record<string, Person[]> = {
    bookings: ['manager', 'admin'],
    customers: ['manager', 'admin'],
    fieldworkers: ['manager', 'admin'],
    services: ['manager', 'admin'],
    locations: ['manager', 'admin'],
  }
  const gone: Record<string, string> = {}

  beforeAll(async () => {
    const deletedAt = new Date().toISOString()
    const { customer, role: _role } = mine
    const data: Record<string, object> = {
      bookings: { number: 'GONE', status: 'pending', source: 'manual', customer },
      customers: { name: 'Gone', email: 'gone@people.test' },
      fieldworkers: { name: 'Gone', timezone: 'Australia/Sydney' },
      services: { name: 'Gone', slug: 'gone', durationMinutes: 60, priceModel: 'job' },
      locations: { name: 'Gone', timezone: 'Australia/Sydney' },
    }
    for (const [slug, record] of Object.entries(data)) {
      gone[slug] = await insert(app.payload, slug, { ...record, deletedAt })
    }
  })

  test('exists in no other collection', () => {
    const withList = app.payload.config.collections.filter(({ trash }) => trash)
    expect(withList.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(open).toSorted())
  })

  test('is read, counted and changed through REST only by people who can restore it', async () => {
    for (const [slug, id] of Object.entries(gone)) {
      for (const person of people) {
        const where = `trash=true&where[id][equals]=${id}`
        const list = await app.request<List>('GET', `/${slug}?${where}`, { as: person })
        const count = await app.request<List>('GET', `/${slug}/count?${where}`, { as: person })
        const one = await app.request('GET', `/${slug}/${id}?trash=true`, { as: person })
        const restored = await app.request('PATCH', `/${slug}/${id}?trash=true`, {
          as: person,
          body: slug === 'bookings' ? { notes: 'Gone' } : { name: 'Gone' },
        })
        const isOpen = open[slug]?.includes(person) === true
        const seen = [list.body.docs?.length ?? 0, count.body.totalDocs ?? 0]
        expect(seen, `${person} ${slug}`).toEqual(isOpen ? [1, 1] : [0, 0])
        expect(one.status === 200, `${person} ${slug}`).toBe(isOpen)
        expect(restored.status === 200, `${person} ${slug}`).toBe(isOpen)
      }
    }
  })

  test('opens to no one else through GraphQL or the Local API for a caller', async () => {
    const ask = async (slug: keyof typeof lists, person: Person) => {
      const query = `{ ${lists[slug]}(trash: true, where: { id: { equals: "${gone[slug]}" } })
        { totalDocs } }`
      const { data } = await askGraphql(app, person, query)
      return (data as Record<string, List | null> | undefined)?.[lists[slug]]?.totalDocs ?? 0
    }
    for (const slug of ['bookings', 'customers', 'services'] as const) {
      expect(await ask(slug, 'dispatcher'), slug).toBe(0)
      expect(await ask(slug, 'manager'), slug).toBe(1)
      const find = async (person: Person) =>
        app.payload.find({
          collection: slug,
          trash: true,
          overrideAccess: false,
          user: await userOf(person),
        })
      await expect(find('dispatcher')).rejects.toMatchObject({ code: 'not-allowed' })
      expect((await find('manager')).docs.map(({ id }) => id)).toContain(gone[slug])
    }
  })

  test('does not get in the way of records that point to it', async () => {
    await runSql(app.url, 'update bookings set customer_id = $1 where number = $2', [
      gone['customers'],
      'READ',
    ])
    const { status, body } = await app.request('GET', `/bookings/${mine.booking}?depth=1`, {
      as: 'dispatcher',
    })
    await runSql(app.url, 'update bookings set customer_id = $1 where number = $2', [
      mine.customer,
      'READ',
    ])

    expect([status, JSON.stringify(body).includes('gone@people.test')]).toEqual([200, false])
  })
})

describe('a role without the full address', () => {
  const [lat, lng] = [-33.912345, 151.212345]
  const hidden = ['line1', 'line2', 'accessNotes', 'coordinates.lat', 'coordinates.lng']
  const asFieldworker = (path: string) => app.request<List>('GET', path, { as: 'fieldworker' })

  beforeAll(async () => {
    await runSql(
      app.url,
      `update addresses set coordinates_lat = ${lat}, coordinates_lng = ${lng},
        line2 = 'Flat canary', access_notes = 'Key canary' where id = '${mine.address}'`,
    )
    await runSql(
      app.url,
      `delete from roles_permissions where value::text = 'own.see-full-address'
        and parent_id = (select id from roles where slug = 'fieldworker')`,
    )
  })

  test('reads no street, point or access note in any view', async () => {
    for (const path of [
      `/addresses/${mine.address}`,
      '/addresses?depth=2',
      `/appointments/${mine.appointment}?depth=3`,
      `/bookings/${mine.booking}?depth=3`,
      `/customers/${mine.customer}?depth=2`,
      `/app/me/visits/${mine.appointment}`,
      '/app/me/visits?from=2031-05-01&to=2031-05-09',
      '/app/me/offers',
      '/app/board?from=2031-05-05&to=2031-05-05',
    ]) {
      const { status, body } = await asFieldworker(path)
      expect(status, path).toBe(200)
      expect(JSON.stringify(body), path).not.toMatch(/33\.91|151\.21|Test Street|canary/)
    }
  })

  test('neither filters nor orders by them', async () => {
    const paths = [
      ...hidden.map((field) => `/addresses?where[${field}][exists]=true`),
      ...hidden.map((field) => `/addresses?sort=${field}`),
      ...hidden.map((field) => `/appointments?where[address.${field}][exists]=true`),
      ...hidden.map((field) => `/bookings?where[address.${field}][exists]=true`),
      `/addresses?where[coordinates.lat][greater_than]=-40`,
      `/addresses?where[or][0][coordinates.lng][less_than]=180`,
    ]
    for (const path of paths) {
      const { body } = await asFieldworker(path)
      expect(body.docs?.length ?? 0, path).toBe(0)
    }
  })

  test('sees them again with the flag', async () => {
    await runSql(
      app.url,
      `insert into roles_permissions ("order", parent_id, value)
        select 99, id, 'own.see-full-address' from roles where slug = 'fieldworker'`,
    )
    const { body } = await asFieldworker(`/addresses/${mine.address}`)
    expect(body).toMatchObject({ line1: '1 Test Street', coordinates: { lat, lng } })
  })
})
