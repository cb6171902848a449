import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

type Key = { id: string; key?: string; prefix: string; keyHash?: string }

let app: App
let booking: string
let issued: Key

const withKey = (key: string, method: string, path: string, body?: unknown) =>
  app.request(method, path, { body, headers: { authorization: `Bearer ${key}` } })

const statusFor = async (key: string, method: string, path: string, body?: unknown) =>
  (await withKey(key, method, path, body)).status

beforeAll(async () => {
  app = await startApp()
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  const start = '2031-05-05T00:00:00.000Z'
  booking = (await insertBooking(app.payload, owner, { number: 'KEY', start })).booking
  const roles = await app.request<{ docs: { id: string }[] }>(
    'GET',
    '/roles?where[slug][equals]=dispatcher',
    { as: 'admin' },
  )
  const body = { name: 'Website', role: roles.body.docs[0]?.id, scopes: ['bookings:read'] }
  const made = await app.request<{ doc: Key }>('POST', '/api-keys', { as: 'admin', body })
  issued = made.body.doc
})

afterAll(() => app.stop())

test('a key is shown once, when it is made, and stored as a hash', async () => {
  expect(issued.key).toMatch(/^fbk_[\w-]{43}$/)
  expect(issued.keyHash).toBeUndefined()
  const again = await app.request<Key>('GET', `/api-keys/${issued.id}`, { as: 'admin' })
  expect(again.body.key ?? null).toBeNull()
  expect(issued.key?.startsWith(again.body.prefix)).toBe(true)
  const rows = await runSql(app.url, 'select * from api_keys')
  expect(JSON.stringify(rows)).not.toContain(issued.key)
  expect(JSON.stringify(await runSql(app.url, 'select * from audit_events'))).not.toContain(
    issued.key,
  )
})

test('a key does what its scopes and its role both allow', async () => {
  const key = issued.key ?? ''

  expect(await statusFor(key, 'GET', `/bookings/${booking}`)).toBe(200)
  expect(await statusFor(key, 'PATCH', `/bookings/${booking}`, { notes: {} })).toBe(403)
  expect(await statusFor(key, 'GET', '/customers')).toBe(403)
  expect(await statusFor(key, 'POST', '/api-keys', { name: 'Own' })).toBe(403)
  expect(await statusFor(key, 'GET', '/globals/company')).toBe(403)
})

test('its use is noted', async () => {
  await withKey(issued.key ?? '', 'GET', '/bookings')

  const { body } = await app.request<{ lastUsedAt?: string }>('GET', `/api-keys/${issued.id}`, {
    as: 'admin',
  })
  expect(body.lastUsedAt).toBeTruthy()
})

test('a wrong, expired or switched-off key is no one', async () => {
  const key = issued.key ?? ''
  expect(await statusFor(`${key}x`, 'GET', '/bookings')).toBe(403)
  expect(await statusFor('fbk_', 'GET', '/bookings')).toBe(403)

  await runSql(app.url, `update api_keys set expires_at = now() where id = '${issued.id}'`)
  expect(await statusFor(key, 'GET', '/bookings')).toBe(403)
  await runSql(
    app.url,
    `update api_keys set expires_at = null, active = false where id = '${issued.id}'`,
  )
  expect(await statusFor(key, 'GET', '/bookings')).toBe(403)
})

test('a key in the address opens nothing', async () => {
  await runSql(app.url, `update api_keys set active = true where id = '${issued.id}'`)

  const { status } = await app.request('GET', `/bookings?authorization=${issued.key}`)
  expect(status).toBe(403)
})
