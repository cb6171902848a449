import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let person: string
let day: string
let number: string

beforeAll(async () => {
  harness = await openHarness()
  const start = sydney(5, '09:00')
  const { body } = await harness.book({ service: 'direct', start }, 'customer')
  const [visit] = await harness.visitsOf(body.id)
  person = visit?.fieldworker_id ?? ''
  number = body.number
  day = new Date(Date.parse(start) + 11 * 3_600_000).toISOString().slice(0, 10)
}, 120_000)
afterAll(() => harness.stop())

const ask = (query: Record<string, string>, as: 'customer' | 'dispatcher' = 'dispatcher') =>
  harness.send('GET', `/app/time-off/visits?${new URLSearchParams(query)}`, as)

test('before a day off is entered, the office sees the visits that it hits', async () => {
  const { status, body } = await ask({ fieldworker: person, start: day, end: day })

  expect(status).toBe(200)
  expect(body).toMatchObject({
    visits: [{ booking: { number }, start: sydney(5, '09:00'), timezone: 'Australia/Sydney' }],
  })
})

test('hours off hit what they overlap and nothing else', async () => {
  const before = await ask({ fieldworker: person, start: `${day}T07:00`, end: `${day}T09:00` })
  const during = await ask({ fieldworker: person, start: `${day}T09:30`, end: `${day}T09:45` })

  expect(before.body['visits']).toEqual([])
  expect(during.body['visits']).toHaveLength(1)
})

test('a customer is not told whom an absence hits', async () => {
  const { code } = await ask({ fieldworker: person, start: day, end: day }, 'customer')

  expect(code).toBe('not-allowed')
})

test('an absence of both a person and a place, or one that ends first, is refused', async () => {
  const both = await ask({
    ...{ fieldworker: person, location: harness.shop.location },
    ...{ start: day, end: day },
  })
  const backwards = await ask({ fieldworker: person, start: `${day}T10:00`, end: `${day}T09:00` })

  expect([both.status, both.code]).toEqual([422, 'invalid-input'])
  expect([backwards.status, backwards.code]).toEqual([422, 'invalid-input'])
})
