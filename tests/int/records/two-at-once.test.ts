import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness?.stop())

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
const atOnce = <Answer>(times: number, ask: (index: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: times }, (_, index) => ask(index)))

/** Unique columns that people fill, with a record for each; the machine's own follow below. */
const unique: Record<string, (index: number) => object> = {
  'customers.email': () => ({ name: 'Same', email: 'same@at-once.test' }),
  'users.email': () => ({
    name: 'Same',
    email: 'same@at-once.test',
    kind: 'staff',
    role: '',
  }),
  'roles.slug': () => ({ name: 'Same', slug: 'same', kind: 'staff', permissions: [] }),
  'services.slug': () => ({
    ...{ name: 'Same', slug: 'same', durationMinutes: 60, priceModel: 'job', priceAmount: 100 },
    ...{ mode: 'instant', locationTypes: ['mobile'] },
  }),
  'skills.name': () => ({ name: 'Same' }),
  'labels.name': () => ({ name: 'Same', colour: '#112233' }),
}

/** What only the product itself writes, under keys of its own; a story below for each that can meet. */
const machine = [
  ...['idempotency_keys.actor,route,key', 'api_keys.key_hash', 'bookings.number', 'counters.name'],
  ...['calendar_events.key', 'deliveries.key', 'links.token_hash', 'media.filename'],
  ...['outbox_messages.delivery_key', 'payload_kv.key', 'webhook_events.provider,event_id'],
]

describe('two who write the same value at once', () => {
  test('are listed here for every unique index', async () => {
    const rows = await harness.sql<{ name: string }>(
      `select relation.relname || '.' || string_agg(attname, ',' order by place) as name
       from pg_index
       join pg_class relation on relation.oid = indrelid
       cross join unnest(indkey::int[]) with ordinality as keys (number, place)
       join pg_attribute on attrelid = indrelid and attnum = keys.number
       where indisunique and not indisprimary and relnamespace = 'public'::regnamespace
         and relation.relname not in (select tablename from pg_tables where tablename like 'pgboss%')
       group by relation.relname, indexrelid`,
    )
    const known = [...Object.keys(unique), ...machine]
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
  })

  test.each(Object.keys(unique))('get one 201 and refusals in words for %s', async (column) => {
    const [slug = ''] = column.split('.')
    const [role] = await harness.sql<{ id: string }>(
      `select id from roles where slug = 'dispatcher'`,
    )
    const answers = await atOnce(4, (index) => {
      const data = { ...unique[column]?.(index), ...(slug === 'users' && { role: role?.id }) }
      return harness.send('POST', `/${slug}`, 'admin', data)
    })

    expect(statuses(answers)).toEqual([201, 422, 422, 422])
  })
})

describe('a guest who is new', () => {
  const wish = (index: number, email: string) => ({
    service: 'request',
    start: sydney(3 + index, '10:00'),
    customer: { name: 'Nora New', email },
  })

  test('books in four tabs at once', async () => {
    for (let round = 0; round < 3; round++) {
      const email = `nora${round}@at-once.test`
      const answers = await atOnce(4, (index) => harness.book(wish(index + 4 * round, email)))

      expect(statuses(answers)).toEqual([201, 201, 201, 201])
      const found = await harness.sql('select id from customers where email = $1', [email])
      expect(found).toHaveLength(1)
    }
  })

  test('books while the office writes the same customer down', async () => {
    const email = 'both@at-once.test'
    const answers = await Promise.all([
      harness.book(wish(20, email)),
      harness.send('POST', '/customers', 'admin', { name: 'Nora New', email }),
      harness.book(wish(21, email)),
    ])

    for (const { status } of answers) expect([201, 422]).toContain(status)
    expect(answers[0]?.status).toBe(201)
    expect(answers[2]?.status).toBe(201)
  })

  test('sends one attempt four times under one key and gets one booking', async () => {
    const headers = { 'idempotency-key': 'four-at-once' }
    const body = {
      ...wish(25, emailOf('customer')),
      address: { line1: '1 Test Street', postcode: '2000' },
    }
    const answers = await atOnce(4, () =>
      harness.app.request('POST', '/app/bookings', { body, headers }),
    )

    for (const { status } of answers) expect([201, 409]).toContain(status)
    const ids = new Set(
      answers.filter(({ status }) => status === 201).map(({ body }) => body['id']),
    )
    expect(ids.size).toBe(1)
  })
})

describe('a hold extended while its booking is made', () => {
  test('is extended, or refused because its time has gone', async () => {
    for (let round = 0; round < 12; round++) {
      const asked = { service: 'direct', start: sydney(4 + round, '13:00'), postcode: '2000' }
      const from = { 'x-client-address': `10.0.0.${round}` }
      const keep = (hold?: string) =>
        harness.app.request<{ id: string }>('POST', '/app/holds', {
          body: { ...asked, ...(hold && { hold }) },
          headers: from,
        })
      const { body: held } = await keep()
      const [booked, ...kept] = await Promise.all([
        harness.book({
          service: 'direct',
          start: asked.start,
          hold: held.id,
          customer: { name: 'Hal Holder', phone: '0293744000' },
        }),
        keep(held.id),
        keep(held.id),
      ])

      expect(booked?.status).toBe(201)
      for (const { status } of kept) expect([200, 201, 409, 410]).toContain(status)
    }
  })
})
