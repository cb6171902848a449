import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFilter } from '../../../src/admin/bookings/list/list-filter.ts'
import { searchIndexes } from '../../../src/database/constraints/search-indexes.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { statementsOf } from '../../support/statements.ts'

let harness: Harness
let database: pg.Client

beforeAll(async () => {
  harness = await openHarness()
  database = new pg.Client({ connectionString: harness.app.url })
  await database.connect()
  await database.query(
    `insert into customers (id, name, email, phone, updated_at, created_at)
     select gen_random_uuid(), 'Zoë Møller ' || n, 'zoe' || n || '@guest.test', '+614123' || n,
       now(), now() from generate_series(10000, 13000) n`,
  )
  await database.query(
    `insert into bookings (id, number, status, customer_id, customer_snapshot_name, timezone, source,
       version, updated_at, created_at)
     select gen_random_uuid(), 'S' || substr(phone, 8), 'confirmed', id, name, 'Australia/Sydney',
       'manual', 1, now(), now() from customers where name like 'Zoë%'`,
  )
  await database.query('vacuum analyze customers, bookings')
  await database.query('set enable_seqscan = off')
}, 120_000)
afterAll(async () => {
  await database.end()
  await harness.stop()
})

/** How PostgreSQL answers what a list asks for. */
const planOf = async (work: () => Promise<unknown>, table: string): Promise<string> => {
  const sent = await statementsOf(work)
  const asked = sent.filter(({ text }) => text.includes('folded_text') && text.includes(table))
  expect(asked.length).toBeGreaterThan(0)
  const plans: string[] = []
  for (const { text, values } of asked) {
    const { rows } = await database.query(`explain ${text}`, values)
    plans.push(rows.map((row) => (row as Record<string, string>)['QUERY PLAN']).join('\n'))
  }
  return plans.join('\n')
}

const foundBy = async (path: string): Promise<unknown[]> => {
  const { body, status } = await harness.send('GET', path, 'admin')
  expect(status, JSON.stringify(body)).toBe(200)
  return body['docs'] as unknown[]
}

const everyField = (collection: 'customers', text: string): string =>
  (harness.app.payload.collections[collection].config.admin.listSearchableFields ?? [])
    .map((field, at) => `where[or][${at}][${field}][like]=${encodeURIComponent(text)}`)
    .join('&')

test('a search of customers in every field that their list searches uses the index', async () => {
  const path = `/customers?limit=10&${everyField('customers', 'moller 12345')}`
  let found: unknown[] = []

  const plan = await planOf(async () => {
    found = await foundBy(path)
  }, 'customers')

  expect(found).toHaveLength(1)
  expect(plan).toContain('customers_searched')
  expect(plan).not.toContain('Seq Scan on customers')
})

test('the search box of the bookings list uses the indexes of bookings and of customers', async () => {
  const req = await createLocalReq({}, harness.app.payload)
  const of = { collection: 'bookings', depth: 0, req, overrideAccess: true } as const
  const query = {
    tab: 'all',
    q: 'moller 12345',
    status: '',
    source: '',
    from: '',
    to: '',
    sort: '',
    page: 1,
  }
  const zone = 'Australia/Sydney'
  const customers = ['00000000-0000-4000-8000-000000000000']
  let found: unknown[] = []

  const plan = await planOf(async () => {
    const where = listFilter(query, { zone, customers })
    found = (await harness.app.payload.find({ ...of, where })).docs
  }, 'bookings')

  expect(found).toHaveLength(1)
  expect(plan).toContain('bookings_searched')
  expect(plan).not.toContain('Seq Scan on bookings')
})

const searchIndexNames = async (): Promise<string[]> => {
  const { rows } = await database.query<{ name: string }>(
    `select indexname as name from pg_indexes where indexname like '%_searched' order by 1`,
  )
  return rows.map(({ name }) => name)
}

const createIndexes = async (): Promise<void> => {
  for (const { sql } of searchIndexes) await database.query(sql)
}

test('a database that withholds pg_trgm searches without indexes, and has them once it is there', async () => {
  const role = `plain_${randomUUID().replaceAll('-', '')}`
  await database.query('drop extension pg_trgm cascade')
  await database.query(`create role ${role}`)
  try {
    await database.query(`set role ${role}`)
    await createIndexes()
  } finally {
    await database.query('reset role')
    await database.query(`drop role ${role}`)
  }
  const without = await searchIndexNames()
  const found = await foundBy(`/customers?${everyField('customers', 'moller 12345')}`)
  await createIndexes()

  expect(without).toEqual([])
  expect(found).toHaveLength(1)
  expect(await searchIndexNames()).toEqual(['bookings_searched', 'customers_searched'])
})
