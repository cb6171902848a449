import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '../../support/ask-api.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { deleteIdempotencyKeys } from '../../../src/jobs/records/delete-idempotency-keys.ts'
import { sydney } from '../../support/shop.ts'

type Made = { doc?: { id: string; key?: string }; errors?: { code: string }[] }

let harness: Harness
let api: ReturnType<typeof openApi>
let day = 2

beforeAll(async () => {
  harness = await openHarness()
  api = openApi(harness.app)
}, 120_000)
afterAll(async () => {
  api?.stop()
  await harness?.stop()
})

const create = (slug: string, body: unknown, { key = '', as = 'admin' as Person } = {}) =>
  harness.app.request<Made>('POST', `/${slug}`, {
    as,
    body,
    headers: key ? { 'idempotency-key': key } : {},
  })

const count = async (slug: string) =>
  (await harness.app.payload.count({ collection: slug as 'bookings', trash: true })).totalDocs

const booking = async () => {
  day += 1
  const { customer, location, services } = harness.shop
  const visits = [{ start: sydney(day, '09:00') }]
  return { customer, location, plan: [{ service: services.direct.id, visits }] }
}
const contact = async () => ({ customer: harness.shop.customer, name: `Contact ${randomUUID()}` })
const skill = async () => ({ name: `Skill ${randomUUID()}` })
const label = async () => ({ name: `Label ${randomUUID()}`, colour: '#112233' })
const location = async () => ({ name: randomUUID(), timezone: 'Australia/Sydney', active: true })

const bodies: Record<string, () => Promise<object>> = {
  bookings: booking,
  contacts: contact,
  skills: skill,
  labels: label,
  locations: location,
}

describe.each(Object.keys(bodies))('creating %s by REST', (slug) => {
  const bodyOf = () => bodies[slug]?.() ?? Promise.reject(new Error(slug))

  test('happens once for the same request under the same key, which is answered alike', async () => {
    const [key, body, before] = [randomUUID(), await bodyOf(), await count(slug)]

    const first = await create(slug, body, { key })
    const again = await create(slug, body, { key })

    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await count(slug)).toBe(before + 1)
  })

  test('happens once when ten ask at once', async () => {
    const [key, body, before] = [randomUUID(), await bodyOf(), await count(slug)]

    const answers = await Promise.all(Array.from({ length: 10 }, () => create(slug, body, { key })))

    const made = answers.filter(({ status }) => status === 201)
    const waiting = answers.filter(({ status }) => status === 409)
    expect(new Set(made.map((answer) => answer.body.doc?.id)).size).toBe(1)
    expect(made.length + waiting.length).toBe(10)
    expect(await count(slug)).toBe(before + 1)
  })

  test('is refused for another request under the same key', async () => {
    const key = randomUUID()
    await create(slug, await bodyOf(), { key })
    const other = await create(slug, await bodyOf(), { key })

    expect([other.status, other.body.errors?.[0]?.code]).toEqual([422, 'idempotency-mismatch'])
  })
})

test('the key of another caller is another key', async () => {
  const [key, body] = [randomUUID(), await contact()]

  const mine = await create('contacts', body, { key })
  const theirs = await create('contacts', body, { key, as: 'dispatcher' })

  expect([mine.status, theirs.status]).toEqual([201, 201])
  expect(theirs.body.doc?.id).not.toBe(mine.body.doc?.id)
})

test('one key serves two collections', async () => {
  const key = randomUUID()

  expect((await create('skills', await skill(), { key })).status).toBe(201)
  expect((await create('labels', await label(), { key })).status).toBe(201)
})

test('a refused create frees its key and leaves nothing behind', async () => {
  const [key, before] = [randomUUID(), await count('contacts')]
  const refused = await create('contacts', { name: '' }, { key })
  const stranger = await create('contacts', await contact(), { key, as: 'fieldworker' })

  const good = await create('contacts', await contact(), { key })

  expect([refused.status >= 400 && refused.status < 500, stranger.status]).toEqual([true, 403])
  expect(good.status).toBe(201)
  expect(await count('contacts')).toBe(before + 1)
})

test('without a key each request creates its own record', async () => {
  const before = await count('contacts')
  const body = await contact()
  await create('contacts', body)
  await create('contacts', body)

  expect(await count('contacts')).toBe(before + 2)
})

test('a malformed key is refused', async () => {
  const { status, body } = await create('skills', await skill(), { key: 'short' })

  expect([status, body.errors?.[0]?.code]).toEqual([422, 'invalid-input'])
})

test('an upload under one key is one file, whatever separates the parts of its form', async () => {
  const picture = await sharp({
    create: { width: 4, height: 4, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer()
  const form = () => {
    const parts = new FormData()
    parts.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'tap.png')
    parts.set('_payload', JSON.stringify({ alt: 'Tap', kind: 'logo' }))
    return parts
  }
  const [key, before] = [randomUUID(), await count('media')]

  const first = await create('media', form(), { key })
  const again = await create('media', form(), { key })

  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body.doc?.id).toBe(first.body.doc?.id)
  expect(await count('media')).toBe(before + 1)
})

test.each([
  ['without a boundary', 'multipart/form-data', ''],
  ['that breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data'],
])('a form %s is refused in words', async (_, type, body) => {
  const made = await create('skills', await skill())
  for (const path of ['/media', `/skills/${made.body.doc?.id}/duplicate`]) {
    const headers = { 'content-type': type, 'idempotency-key': randomUUID() }
    const answer = await harness.app.request<Made>('POST', path, { as: 'admin', body, headers })

    expect(answer.status, path).toBe(400)
    expect(answer.body.errors?.[0]?.code, path).toBe('invalid-input')
  }
})

test('a new API key is shown once and stored nowhere', async () => {
  const [role] = await harness.sql<{ id: string }>(`select id from roles where slug = 'dispatcher'`)
  const body = { name: 'Till', role: role?.id, scopes: ['bookings:read'] }
  const key = randomUUID()

  const first = await create('api-keys', body, { key })
  const again = await create('api-keys', body, { key })

  const secret = first.body.doc?.key ?? 'none'
  expect(secret).toMatch(/^fbk_/)
  expect(again.body.doc?.id).toBe(first.body.doc?.id)
  expect(JSON.stringify(again.body)).not.toContain(secret)
  const [row] = await harness.sql<{ text: string }>(
    'select response::text as text from idempotency_keys where key = $1',
    [key],
  )
  expect(row?.text).not.toContain(secret)
})

test('an answer is stored for a day', async () => {
  const [old, recent] = [randomUUID(), randomUUID()]
  for (const key of [old, recent]) await create('skills', await skill(), { key })
  await harness.sql(
    `update idempotency_keys set created_at = now() - interval '25 hours' where key = $1`,
    [old],
  )
  await deleteIdempotencyKeys(harness.app.payload)

  const left = await harness.sql<{ key: string }>(
    'select key from idempotency_keys where key = any($1)',
    [[old, recent]],
  )
  expect(left).toEqual([{ key: recent }])
})

describe('creating by GraphQL', () => {
  type Answer = {
    data?: Record<string, { id?: string; name?: string } | null> | null
    errors?: { code?: string; message: string }[]
  }
  const send = async (asked: object, key: string, as: Person = 'admin') => {
    const answer = await api.ask(as, '/graphql', {
      method: 'POST',
      body: JSON.stringify(asked),
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
    })
    return { status: answer.status, body: answer.body as Answer }
  }
  const made = (name: string) => ({
    query: `mutation ($name: String!) { made: createSkill(data: { name: $name }) { id name } }`,
    variables: { name },
  })

  test('happens once for the same request under the same key, which is answered alike', async () => {
    const [key, asked, before] = [randomUUID(), made(randomUUID()), await count('skills')]

    const first = await send(asked, key)
    const again = await send(asked, key)

    expect([first.status, first.body.errors]).toEqual([200, undefined])
    expect(again).toEqual(first)
    expect(await count('skills')).toBe(before + 1)
  })

  test('happens once when six ask at once', async () => {
    const [key, asked, before] = [randomUUID(), made(randomUUID()), await count('skills')]

    const answers = await Promise.all(Array.from({ length: 6 }, () => send(asked, key)))

    const ids = new Set(answers.flatMap(({ body }) => body.data?.['made']?.id ?? []))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(ids.size).toBe(1)
    expect(refused.every(({ status }) => status === 409)).toBe(true)
    expect(await count('skills')).toBe(before + 1)
  })

  test('is refused for another request under the same key, and for two records at once', async () => {
    const key = randomUUID()
    await send(made(randomUUID()), key)

    const other = await send(made(randomUUID()), key)
    const two = await send(
      {
        query: `mutation { a: createSkill(data: { name: "${randomUUID()}" }) { id }
          b: createSkill(data: { name: "${randomUUID()}" }) { id } }`,
      },
      randomUUID(),
    )

    expect([other.status, other.body.errors?.[0]?.code]).toEqual([422, 'idempotency-mismatch'])
    expect([two.status, two.body.errors?.[0]?.code]).toEqual([422, 'invalid-input'])
  })

  test('frees its key where it was refused', async () => {
    const [key, name] = [randomUUID(), randomUUID()]
    await create('skills', { name })

    const refused = await send(made(name), key)
    await harness.sql('delete from skills where name = $1', [name])
    const good = await send(made(name), key)

    expect(refused.body.errors).toBeDefined()
    expect(good.body.data?.['made']?.name).toBe(name)
  })
})
