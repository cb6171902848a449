import { sql } from 'drizzle-orm'
import { createLocalReq } from 'payload'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../../src/database/in-transaction.ts'
import { query } from '../../../src/database/query.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const endOthers = () =>
  harness.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )

const fourAnswers = async () => {
  const day = sydney(2, '12:00').slice(0, 10)
  const path = `/app/slots?service=direct&postcode=2000&from=${day}&to=${day}`
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => harness.app.request<{ errors?: { code: string }[] }>('GET', path)),
  )
  return answers.map(({ status, body }) => body.errors?.[0]?.code ?? status)
}

test('a transaction whose connection is closed by the database fails without affecting others', async () => {
  const req = await createLocalReq({}, harness.app.payload)

  const lost = inTransaction(req, async () => {
    await query(req, sql`select 1`)
    await endOthers()
    await new Promise((resolve) => setImmediate(resolve))
    await query(req, sql`select 1`)
  })

  await expect(lost).rejects.toThrow()
  const { code } = await harness.book(
    {
      service: 'direct',
      start: sydney(3, '09:00'),
      customerId: harness.shop.customer,
    },
    'dispatcher',
  )
  expect(code).toBeUndefined()
})

test('the pool lends every connection, before and after the database restarted', async () => {
  const { pool } = harness.app.payload.db as unknown as { pool: pg.Pool }
  await fourAnswers()
  expect(pool.idleCount).toBe(pool.totalCount)

  for (let restarts = 0; restarts < 3; restarts++) {
    await endOthers()
    await fourAnswers()
  }

  expect(await fourAnswers()).toEqual([200, 200, 200, 200])
  expect(pool.idleCount).toBe(pool.totalCount)
})

test('resting connections that the database ends are opened anew', async () => {
  expect(await fourAnswers()).toEqual([200, 200, 200, 200])
  await endOthers()

  // Whoever asks before the pool has heard of it is asked to come again.
  for (const answer of await fourAnswers()) expect([200, 'busy']).toContain(answer)
  expect(await fourAnswers()).toEqual([200, 200, 200, 200])
})
