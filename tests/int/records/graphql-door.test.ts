import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { openApi } from '../../support/ask-api.ts'
import type { Person } from '../../support/people.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { randomGraphql } from '../../support/random-graphql.ts'
import { insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

/** `FUZZ=16000` is the full proof; GraphQL takes an eighth of it. */
const amount = Math.ceil(Number(process.env['FUZZ'] ?? 3200) / 8)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_130)

let app: App
let api: ReturnType<typeof openApi>

beforeAll(async () => {
  app = await startApp()
  api = openApi(app)
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  await insertBooking(app.payload, owner, { number: 'ONE', start: '2030-01-01T00:00:00.000Z' })
  await runSql(
    app.url,
    `insert into labels (name, colour)
     select 'label ' || n, '#101010' from generate_series(1, 150) n`,
  )
})

afterAll(() => {
  api.stop()
  return app.stop()
})

const post = (as: Person, body: string) =>
  api.ask(as, '/graphql', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })

const ask = (as: Person, query: string, variables = {}) =>
  post(as, JSON.stringify({ query, variables }))

const equalFields = `{ Labels { docs { ${'name '.repeat(110_000)} } } }`

describe('GraphQL', () => {
  test('answers strangers before it reads anything', async () => {
    const { body, status } = await ask('anonymous', equalFields)

    expect(status).toBe(401)
    expect(body.errors?.[0]?.code).toBe('not-signed-in')
    expect((await post('anonymous', '{')).status).toBe(401)
  })

  test('is not for customers and fieldworkers', async () => {
    for (const person of ['customer', 'fieldworker'] as const) {
      expect((await ask(person, equalFields)).status, person).toBe(403)
      expect((await ask(person, '{ Labels { docs { id } } }')).status, person).toBe(403)
    }
  })

  test('reads 10 kB and 1,000 words of a question at most', async () => {
    expect((await ask('admin', equalFields)).status).toBe(413)
    const { body, status } = await ask('admin', `{ Labels { docs { ${'id '.repeat(1000)} } } }`)
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toContain('1000 tokens')
  })

  test.each([
    ['{', 'Syntax Error'],
    ['{ docAccessLabel(id: "x") { name { read { permission } } } }', 'not answered here'],
    ['{ Labels(limit: 0) { docs { id } } }', '1 to 100 rows'],
    ['{ Labels(limit: -1) { docs { id } } }', '1 to 100 rows'],
    ['{ Labels(limit: 101) { docs { id } } }', '1 to 100 rows'],
    ['{ Labels(page: -1) { docs { id } } }', '“page” is a whole number'],
    ['{ Bookings { docs { lines(page: -1) { docs { id } } } } }', '“page” is a whole number'],
    ['{ Labels(pagination: false) { docs { id } } }', '1 to 100 rows'],
    ['query ($n: Int = 500) { Labels(limit: $n) { docs { id } } }', '1 to 100 rows'],
    ['{ Bookings { docs { lines(limit: 0) { docs { id } } } } }', '1 to 100 rows'],
    [
      '{ Bookings(limit: 100) { docs { lines(limit: 100) { docs { id } } } } }',
      '2500 rows at most, all lists together',
    ],
    [
      `{ ${Array.from({ length: 11 }, (_, at) => `a${at}: countLabels { totalDocs }`).join(' ')} }`,
      '10 things at once',
    ],
    [
      `{ Labels { docs { ${Array.from({ length: 11 }, (_, at) => `a${at}: name`).join(' ')} } } }`,
      '10 aliases at most',
    ],
    ['{ Labels { docs { ... on Label { id } } } }', 'Fragments are off'],
    ['{ Bookings(where: { startsAt: { like: "2030-01-01T00:00:00Z" } }) { docs { id } } }', 'like'],
    ['{ Bookings(where: { number: { all: ["x"] } }) { docs { id } } }', 'filtered by “all”'],
    ['{ Bookings(where: { number: null }) { docs { id } } }', 'A filter names fields'],
    ['{ Bookings(sort: "nothing") { docs { id } } }', 'filtered or sorted by “nothing”'],
  ])('refuses in words %s', async (query, words) => {
    const { body, status } = await ask('admin', query)

    expect(status).toBeLessThan(500)
    expect(JSON.stringify(body.errors)).toContain(words)
  })

  test('refuses more rows than a page has by a variable too', async () => {
    const query = 'query ($n: Int) { Labels(limit: $n) { docs { id } } }'
    const { body } = await ask('admin', query, { n: 0 })
    expect(body.errors?.[0]?.message).toContain('1 to 100 rows')

    const { body: right } = await ask('admin', query, { n: 100 })
    const { docs } = (right.data?.['Labels'] ?? {}) as { docs?: unknown[] }
    expect(docs).toHaveLength(100)
  })

  test('finds what a right question asks for', async () => {
    const query = `{ Bookings(where: { AND: [{ number: { equals: "ONE" } }], OR: [{ startsAt: {
      greater_than: "2029-01-01T00:00:00Z" } }] }, limit: 5) { docs { number } } }`
    const { body } = await ask('admin', query)

    expect(body).toEqual({ data: { Bookings: { docs: [{ number: 'ONE' }] } } })
  })

  test('does not let ids and times of records be set', async () => {
    const query = `mutation { createLabel(data: { name: "Stamped", colour: "#202020",
      createdAt: "2001-01-01T00:00:00Z", updatedAt: "2001-01-01T00:00:00Z" }) { id createdAt updatedAt } }`
    const { body } = await ask('admin', query)

    expect(body.errors).toBeUndefined()
    expect(JSON.stringify(body.data)).not.toContain('2001')
  })

  test(`answers or refuses in words ${amount} questions of every kind`, async () => {
    const next = randomGraphql(app.payload, randomFrom(seed))
    const wrong: string[] = []
    let answered = 0
    for (let count = 0; count < amount; count++) {
      const { as, query } = next()
      const { status, body } = await ask(as, query)
      const failed = body.errors?.some(({ extensions }) => (extensions?.statusCode ?? 0) >= 500)
      if (status === 200 && !body.errors) answered += 1
      if (status < 500 && !failed) continue
      wrong.push(`${status} ${as} ${query} ${JSON.stringify(body.errors)}`)
    }
    process.stdout.write(`GraphQL: ${amount} sent, ${answered} answered, ${wrong.length} failed\n`)

    expect(wrong.slice(0, 20)).toEqual([])
  }, 3_600_000)
})
