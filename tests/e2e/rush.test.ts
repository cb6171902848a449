import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDemoProduct } from '../support/demo-product.ts'
import type { Product } from '../support/product.ts'

let product: Product
let database: pg.Client

const connect = async () => {
  database = new pg.Client({ connectionString: product.databaseUrl })
  database.on('error', () => undefined)
  await database.connect()
}

beforeAll(async () => {
  product = await startDemoProduct()
  await connect()
}, 600_000)
afterAll(async () => {
  await database?.end()
  await product?.stop()
})

type Slot = { start: string; end: string; available: number }

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

/** Slots that one person can take, one a day, so that no booking is in another one's way. */
const onePersonSlots = async (count: number): Promise<string[]> => {
  const range = `from=${day(2)}&to=${day(50)}`
  const answer = await fetch(
    `${product.url}/api/app/slots?service=tap-repair&postcode=2042&${range}`,
  )
  const { slots } = (await answer.json()) as { slots: Slot[] }
  const byDay = new Map<string, string>()
  for (const { start, available } of slots) {
    const date = start.slice(0, 10)
    if (available === 1 && !byDay.has(date)) byDay.set(date, start)
  }
  return [...byDay.values()].slice(0, count)
}

let client = 0
/** A request from a client address of its own, as a trusted proxy reports it. */
const post = (path: string, body: unknown) => {
  client += 1
  return fetch(product.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`,
    },
    body: JSON.stringify(body),
  })
}

const one = async <Row>(statement: string, values: unknown[] = []): Promise<Row> =>
  (await database.query(statement, values)).rows[0] as Row

describe('a rush over HTTP', () => {
  test('of 1,000 bookings for 20 one-person slots exactly 20 succeed and the rest hear why', async () => {
    const starts = await onePersonSlots(20)
    expect(starts).toHaveLength(20)
    const began = performance.now()

    const answers = await Promise.all(
      starts.flatMap((start) =>
        Array.from({ length: 50 }, async (_, at) => {
          const answer = await post('/api/app/bookings', {
            service: 'tap-repair',
            start,
            address: { line1: `${at} King Street`, suburb: 'Newtown', postcode: '2042' },
            customer: { name: `Rush ${at}`, phone: '0412345678' },
            answers: { count: 1 },
          })
          const { errors } = (await answer.json()) as { errors?: { code: string }[] }
          return { status: answer.status, code: errors?.[0]?.code }
        }),
      ),
    )

    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const count = (status: number) => answers.filter((one) => one.status === status).length
    process.stdout.write(
      `1,000 contested creates: ${count(201)} × 201, ${count(409)} × 409, ${seconds} s\n`,
    )
    expect([count(201), count(409)]).toEqual([20, 980])
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['slot-taken']))
    const left = await one(
      `select
        (select count(*)::int from bookings where starts_at = any($1::timestamptz[])
          and created_at > $2) as bookings,
        (select count(*)::int from customers where name like 'Rush %') as customers,
        (select count(*)::int from occupancies a join occupancies b
          on a.id < b.id and a.fieldworker_id = b.fieldworker_id and a.exclusive and b.exclusive
          and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)) as overlaps`,
      [starts, new Date(Date.now() - (performance.now() - began))],
    )
    expect(left).toEqual({ bookings: 20, customers: 20, overlaps: 0 })
  }, 300_000)
})

const freeStarts = async (count: number): Promise<string[]> => {
  const answer = await fetch(
    `${product.url}/api/app/slots?service=tap-repair&postcode=2042&from=${day(3)}&to=${day(50)}`,
  )
  const { slots } = (await answer.json()) as { slots: { start: string }[] }
  const byDay = new Map(slots.map(({ start }) => [start.slice(0, 10), start]))
  return [...byDay.values()].slice(0, count)
}

const book = (start: string, at: number) =>
  fetch(`${product.url}/api/app/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service: 'tap-repair',
      start,
      address: { line1: `${at} King Street`, postcode: '2042' },
      customer: { name: `Kill ${at}`, email: `kill-${at}@guest.example` },
      answers: { count: 1 },
    }),
  })

describe('a power cut', () => {
  test('between commit and send loses no message and sends none twice', async () => {
    const starts = await freeStarts(12)
    const answers = await Promise.all(starts.map(book))
    expect(answers.map(({ status }) => status)).toEqual(starts.map(() => 201))

    await product.kill()
    const cut = await one<{ open: number }>(
      `select count(*)::int as open from deliveries where state <> 'sent'`,
    )
    expect(cut.open).toBeGreaterThan(0)
    await product.restart()

    for (let tries = 0; tries < 240; tries++) {
      const { open } = await one<{ open: number }>(
        `select count(*)::int as open from deliveries where state in ('pending', 'sending', 'failed')
          and (not_before is null or not_before < now())`,
      )
      if (open === 0) break
      await pause(500)
    }
    const { rows } = await database.query(
      `select "to" as recipient, count(*)::int as count from outbox_messages
        where "to" like 'kill-%' group by 1 order by 1`,
    )
    expect(rows).toHaveLength(starts.length)
    expect(rows.every(({ count }) => count === 1)).toBe(true)
    const twice = await one<{ count: number }>(
      `select count(*)::int as count from (select delivery_key from outbox_messages
        group by 1 having count(*) > 1) doubles`,
    )
    expect(twice.count).toBe(0)
    const lost = await one<{ count: number }>(
      `select count(*)::int as count from deliveries where state not in ('sent', 'cancelled')
        and (not_before is null or not_before < now())`,
    )
    process.stdout.write(
      `kill -9: ${cut.open} effects open at the cut, ${lost.count} lost, ${twice.count} twice\n`,
    )
    expect(lost.count).toBe(0)
  }, 300_000)
})
