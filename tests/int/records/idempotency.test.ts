import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import type { Person } from '../../support/people.ts'
import { openShop, sydney } from '../../support/shop.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
  await openShop(app.payload)
}, 120_000)
afterAll(() => app.stop())

type Booked = { id?: string; errors?: { code: string }[] }

const address = { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' }

const book = (start: string, { key, as = 'customer' }: { key?: string; as?: Person } = {}) =>
  app.request<Booked>('POST', '/app/bookings', {
    as,
    body: { service: 'direct', start, address },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })

const count = async () =>
  (await app.payload.count({ collection: 'bookings', overrideAccess: true })).totalDocs

test('the same request under the same key books once and is answered alike', async () => {
  const [key, before] = [randomUUID(), await count()]

  const first = await book(sydney(3, '09:00'), { key })
  const again = await book(sydney(3, '09:00'), { key })

  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await count()).toBe(before + 1)
})

test('another request under a used key is refused', async () => {
  const key = randomUUID()
  await book(sydney(4, '09:00'), { key })

  const other = await book(sydney(4, '12:00'), { key })

  expect(other.status).toBe(422)
  expect(other.body.errors?.[0]?.code).toBe('idempotency-mismatch')
})

test('one key of two customers is two keys', async () => {
  const key = randomUUID()

  const mine = await book(sydney(5, '09:00'), { key })
  const theirs = await book(sydney(5, '09:00'), { key, as: 'otherCustomer' })

  expect([mine.status, theirs.status]).toEqual([201, 201])
  expect(theirs.body.id).not.toBe(mine.body.id)
})

test('ten at once under one key make one booking', async () => {
  const [key, before] = [randomUUID(), await count()]

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => book(sydney(6, '09:00'), { key })),
  )

  const made = answers.filter(({ status }) => status === 201)
  const waiting = answers.filter(({ status }) => status === 409)
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1)
  expect(made.length + waiting.length).toBe(10)
  for (const { body } of waiting) expect(body.errors?.[0]?.code).toBe('in-progress')
  expect(await count()).toBe(before + 1)
})

test('a refusal frees the key', async () => {
  const key = randomUUID()
  const past = await book(sydney(-3, '09:00'), { key })

  const good = await book(sydney(7, '09:00'), { key })

  expect(past.status).toBe(422)
  expect(good.status).toBe(201)
})

test('a key of another shape is refused', async () => {
  const { status, body } = await book(sydney(8, '09:00'), { key: 'short' })

  expect([status, body.errors?.[0]?.code]).toEqual([422, 'invalid-input'])
})
