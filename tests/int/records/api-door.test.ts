import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { openApi, refusalOf } from '../../support/ask-api.ts'
import { emailOf } from '../../support/people.ts'
import { insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

const labels = 550

let app: App
let api: ReturnType<typeof openApi>
let owned: Owned
const ask: typeof api.ask = (...asked) => api.ask(...asked)

beforeAll(async () => {
  app = await startApp()
  api = openApi(app)
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  owned = await insertBooking(app.payload, owner, {
    number: 'MINE',
    start: '2030-01-01T00:00:00.000Z',
  })
  await runSql(
    app.url,
    `insert into labels (name, colour)
     select 'label ' || n, '#101010' from generate_series(1, ${labels}) n`,
  )
})

afterAll(() => {
  api.stop()
  return app.stop()
})

describe('a page ends', () => {
  test.each(['limit=0', 'pagination=false', 'limit=0&pagination=false'])(
    'at 500 records with %s, and says that there are more',
    async (query) => {
      const { status, body } = await ask('admin', `/labels?${query}`)

      expect(status).toBe(200)
      expect(body).toMatchObject({ totalDocs: labels, hasNextPage: true })
      expect(body.docs).toHaveLength(500)
    },
  )

  test.each([
    [1, 100],
    [2, 50],
    [99, 50],
  ])('with depth=%s at %s records, and more are refused', async (depth, most) => {
    const endless = await ask('admin', `/labels?depth=${depth}&limit=0`)
    const exact = await ask('admin', `/labels?depth=${depth}&limit=${most}`)
    const long = await ask('admin', `/labels?depth=${depth}&limit=${most + 1}`)

    expect(endless.body).toMatchObject({ totalDocs: labels, limit: most, hasNextPage: true })
    expect(exact.body.docs).toHaveLength(most)
    expect([long.status, JSON.stringify(long.body)]).toEqual([
      422,
      expect.stringContaining(`${most} records at most`),
    ])
  })

  test('of every collection at 500 records, of bookings at 200, whatever is asked', async () => {
    const { collections } = app.payload.config
    const long: string[] = []
    for (const { slug } of collections) {
      for (const query of ['limit=0', 'pagination=false']) {
        const { status, body } = await ask('admin', `/${slug}?${query}`)
        const most = slug === 'bookings' ? 200 : 500
        if (status === 200 && (body as { limit?: number }).limit !== most)
          long.push(`${slug} ${query}`)
      }
    }

    expect(long).toEqual([])
    expect((await ask('admin', '/audit-events?limit=0')).status).toBe(200)
    expect((await ask('admin', '/bookings?limit=200')).status).toBe(200)
    expect((await ask('admin', '/bookings?limit=201')).status).toBe(422)
  })

  test('in the panel, whatever length its address or a preference names', async () => {
    const { payload } = app
    const user = await payload.db.findOne({
      collection: 'users',
      where: { email: { equals: emailOf('admin') } },
    })
    for (const limit of [0, 100_000]) {
      const { docs } = await payload.find({
        collection: 'labels',
        limit,
        overrideAccess: false,
        user: { ...user, collection: 'users' } as never,
      })
      expect(docs).toHaveLength(500)
    }
  })
})

describe('ids and times of records', () => {
  const stamps = {
    id: '00000000-0000-4000-8000-000000000001',
    createdAt: '2001-01-01T00:00:00.000Z',
    updatedAt: '2001-01-01T00:00:00.000Z',
  }
  const json = { 'content-type': 'application/json' }

  test('are not the caller’s to set', async () => {
    const body = JSON.stringify({ ...stamps, name: 'Stamped', colour: '#202020' })
    const made = await ask('admin', '/labels', { method: 'POST', body, headers: json })
    const { doc } = made.body
    expect(made.status).toBe(201)
    expect(doc?.['id']).not.toBe(stamps.id)
    expect(doc?.['createdAt']).not.toContain('2001')

    const changed = await ask('admin', `/labels/${doc?.['id']}`, {
      method: 'PATCH',
      body: JSON.stringify({ ...stamps, name: 'Stamped again' }),
      headers: json,
    })
    const after = changed.body.doc
    expect(after).toMatchObject({ name: 'Stamped again', createdAt: doc?.['createdAt'] })
    expect(after?.['updatedAt']).not.toContain('2001')
  })

  test('of settings and of a customer’s own booking neither', async () => {
    for (const [as, method, path] of [
      ['admin', 'POST', '/globals/company'],
      ['customer', 'PATCH', `/bookings/${owned.booking}`],
    ] as const) {
      const body = JSON.stringify(stamps)
      const { status } = await ask(as, path, { method, body, headers: json })
      expect(status, path).toBeLessThan(500)
      const { body: after } = await ask('admin', path)
      expect(JSON.stringify(after), path).not.toContain('2001-01-01')
    }
  })
})

describe('what the panel asks about permissions', () => {
  test('is not answered to strangers, customers, fieldworkers and keys', async () => {
    for (const [method, path] of [
      ['GET', '/access'],
      ['POST', '/bookings/access'],
      ['POST', `/bookings/access/${owned.booking}`],
      ['POST', '/globals/company/access'],
    ] as const) {
      expect((await ask('anonymous', path, { method })).status, path).toBe(401)
      for (const person of ['customer', 'fieldworker', 'apiKey'] as const) {
        expect((await ask(person, path, { method })).status, `${person} ${path}`).toBe(403)
      }
      expect((await ask('admin', path, { method })).status, path).toBe(200)
    }
  })

  test('does not reveal which records exist', async () => {
    const missing = await ask('admin', `/bookings/access/${crypto.randomUUID()}`, {
      method: 'POST',
    })
    expect(refusalOf(missing)).toContain('404 not-found')
  })
})

test('an address where nothing is answers in the one shape of refusals', async () => {
  for (const path of ['/nothing', '/bookings/a/b/c', '/globals/nothing', '/payload-migrations']) {
    expect(refusalOf(await ask('anonymous', path)), path).toContain('404 not-found: ')
  }
})
