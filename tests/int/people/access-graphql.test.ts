import { randomUUID } from 'node:crypto'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { formatNames, getPayload } from 'payload'
import { passwordByInvitation } from '../../../src/domain/people/password-policy.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import type { Person } from '../../support/people.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { signIn } from '../../support/sign-in.ts'
import { accessMatrix, type matrixCallers } from './access-matrix.ts'
import { recordOf } from './access-records.ts'

type Refused = { message: string; extensions?: { code?: string; statusCode?: number } }
type Result = { data?: Record<string, unknown> | null; errors?: Refused[] }

const start = '2030-01-01T00:00:00.000Z'
const refusals = [401, 403, 404]

let app: App
let mine: Owned
let others: Owned
let cells = 0

beforeAll(async () => {
  app = await startApp()
  const { payload } = app
  const owner = await ownerOf(payload, 'customer', 'fieldworker')
  const other = await ownerOf(payload, 'otherCustomer', 'otherFieldworker')
  mine = await insertBooking(payload, owner, { number: 'MINE', start })
  others = await insertBooking(payload, other, { number: 'OTHER', start })
})

afterAll(async () => {
  const { db } = await getPayload({
    config: import('../../../payload.config.ts').then((m) => m.default),
  })
  void (db as unknown as { pool: { end: () => Promise<void> } }).pool.end()
  await app.stop()
  process.stdout.write(`access matrix through GraphQL: ${cells} cells\n`)
})

const send = async (person: Person, query: string, variables = {}): Promise<Result> => {
  const { default: config } = await import('../../../payload.config.ts')
  const { serverURL } = app.payload.config
  const headers = new Headers({ origin: serverURL, 'content-type': 'application/json' })
  for (const [name, value] of await signIn(app.payload, person)) headers.set(name, value)
  const body = JSON.stringify({ query, variables })
  const request = new Request(`${serverURL}/api/graphql`, { method: 'POST', headers, body })
  const answer = (await (await GRAPHQL_POST(Promise.resolve(config))(request)).json()) as
    | Refused[]
    | Result
  return Array.isArray(answer) ? { errors: answer } : answer
}

/** Whether the caller got past the door; a malformed question or a failure fails the test. */
const passes = async (person: Person, query: string, variables = {}) => {
  const { data, errors = [] } = await send(person, query, variables)
  cells += 1
  for (const { message, extensions } of errors) {
    const told = `${person} ${query}: ${message}`
    expect(extensions?.statusCode, told).toBeDefined()
    expect(extensions?.statusCode, told).toBeLessThan(500)
  }
  const isRefused = errors.some(({ extensions }) => refusals.includes(extensions?.statusCode ?? 0))
  return { passed: !isRefused, data: data ?? {} }
}

/** The schema asks for a password; this is the one that says that there is none yet. */
const isAccount = (slug: string) => slug === 'customers' || slug === 'users'

const dataOf = (slug: string, owned: Owned) => recordOf[slug]?.(owned, randomUUID()) ?? {}
const make = (slug: string, owned: Owned) => insert(app.payload, slug, dataOf(slug, owned))

const namesOf = (slug: string) => {
  const { singular, plural } = formatNames(slug)
  return { one: singular, many: plural === singular ? `all${singular}` : plural }
}

const isOpen = (slug: string) =>
  app.payload.collections[slug as 'bookings'].config.graphQL !== false

const sign = (passed: boolean) => (passed ? '+' : '-')

const accessOf = async (slug: string, person: Person): Promise<string> => {
  const { one, many } = namesOf(slug)
  const owned = [await make(slug, mine), await make(slug, others)]
  const [id] = owned
  const input = `mutation${one}Input`
  const created = await passes(
    person,
    `mutation ($data: ${input}!) { create${one}(data: $data) { id } }`,
    { data: { ...dataOf(slug, mine), ...(isAccount(slug) && { password: passwordByInvitation }) } },
  )
  const byId = await passes(person, `{ ${one}(id: "${id}") { id } }`)
  const list = await passes(person, `{ ${many}(limit: 100) { docs { id } } }`)
  const docs = (list.data[many] as { docs?: { id: string }[] } | null)?.docs ?? []
  const seen = owned.filter((each) => docs.some((doc) => doc.id === each))
  const isFound = (byId.data[one] as { id?: string } | null)?.id === id
  expect(seen.length, `${person} lists ${slug}`).toBe(isFound ? 2 : 0)
  const updated = await passes(
    person,
    `mutation ($data: mutation${one}UpdateInput!) { update${one}(id: "${id}", data: $data) { id } }`,
    { data: {} },
  )
  const deleted = await passes(person, `mutation { delete${one}(id: "${id}") { id } }`)
  return [sign(created.passed), sign(isFound), sign(updated.passed), sign(deleted.passed)].join('/')
}

/** Nothing that has a Deleted list is deleted for good, at this door either. */
const expected = (slug: string, person: (typeof matrixCallers)[number]): string => {
  const cell = accessMatrix[slug]?.[person] ?? ''
  const { trash } = app.payload.collections[slug as 'bookings'].config
  return trash ? `${cell.slice(0, -1)}-` : cell
}

describe('GraphQL', () => {
  test('gives staff what REST gives them', async () => {
    for (const { slug } of app.payload.config.collections) {
      if (!isOpen(slug) || !accessMatrix[slug]) continue
      for (const person of ['dispatcher', 'manager', 'admin', 'apiKey'] as const) {
        expect(await accessOf(slug, person), `${person} ${slug}`).toBe(expected(slug, person))
      }
    }
  }, 600_000)

  test('answers no one else', async () => {
    const { one, many } = namesOf('services')
    for (const person of ['anonymous', 'customer', 'fieldworker'] as const) {
      for (const query of [
        `{ ${many} { docs { id } } }`,
        `{ ${one}(id: "${mine.service}") { id } }`,
        `mutation { delete${one}(id: "${mine.service}") { id } }`,
        '{ meUser { user { id } } }',
        '{ Access { canAccessAdmin } }',
        '{ __schema { types { name } } }',
      ]) {
        const { data, errors } = await send(person, query)
        expect(data ?? null, `${person} ${query}`).toBeNull()
        expect(errors?.[0]?.message, `${person} ${query}`).toContain('Sign in first')
      }
    }
  })

  test('keeps hidden fields out of its schema and its filters', async () => {
    for (const field of ['hash', 'salt', 'resetPasswordToken']) {
      for (const many of [namesOf('users').many, namesOf('customers').many]) {
        const { data } = await send('dispatcher', `{ ${many} { docs { ${field} } } }`)
        const text = JSON.stringify(data ?? null)
        expect(/"(hash|salt|resetPasswordToken)":"/.test(text), `${many} ${field}`).toBe(false)
      }
    }
    for (const field of ['hash', 'salt', 'resetPasswordToken']) {
      const filter = `{ Users(where: { ${field}: { exists: true } }) { docs { id } } }`
      const { data, errors } = await send('dispatcher', filter)
      expect(data?.['Users'] ?? null, field).toBeNull()
      expect(errors?.[0]?.message, field).toContain(field)
    }
  })

  test('nests six levels and no more', async () => {
    const visits = 'appointments { docs { booking { appointments { docs { id } } } } }'
    const { errors } = await send('admin', `{ Bookings { docs { ${visits} } } }`)

    expect(errors?.[0]?.message).toContain('levels')
  })
})
