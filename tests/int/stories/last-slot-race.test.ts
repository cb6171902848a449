import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

test('of 20 who want the last slot at once, from every side, one has it', async () => {
  const start = sydney(4, '09:00')
  const taken = await harness.book(
    { service: 'direct', start, customer: { name: 'First', phone: '0412345678' } },
    'dispatcher',
  )
  expect(taken.status).toBe(201)
  const callers: (Person | undefined)[] = ['customer', 'otherCustomer', 'dispatcher', undefined]

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const as = callers[at % callers.length]
      const isCustomer = as === 'customer' || as === 'otherCustomer'
      const customer = { name: `Racer ${at}`, phone: '0412345678' }
      return harness.book({ service: 'direct', start, ...(!isCustomer && { customer }) }, as)
    }),
  )

  const won = answers.filter(({ status }) => status === 201)
  const lost = answers.filter(({ status, code }) => status === 409 && code === 'slot-taken')
  expect([won.length, lost.length]).toEqual([1, 19])
  const [{ count } = { count: -1 }] = await harness.sql<{ count: number }>(
    'select count(*)::int from bookings where starts_at = $1',
    [start],
  )
  expect(count).toBe(2)
})
