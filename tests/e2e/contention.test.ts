import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let database: pg.Client

beforeAll(async () => {
  product = await startProduct()
  database = new pg.Client({ connectionString: product.databaseUrl })
  await database.connect()
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

describe('a rush over HTTP', () => {
  test('of 1,000 bookings for 20 one-person slots exactly 20 succeed and the rest hear why', async () => {
    const starts = await onePersonSlots(20)
    expect(starts).toHaveLength(20)
    const began = performance.now()

    const statuses = await Promise.all(
      starts.flatMap((start) =>
        Array.from({ length: 50 }, async (_, at) => {
          const answer = await post('/api/app/bookings', {
            service: 'tap-repair',
            start,
            address: { line1: `${at} King Street`, suburb: 'Newtown', postcode: '2042' },
            customer: { name: `Rush ${at}`, phone: '0412345678' },
            answers: { count: 1 },
          })
          await answer.arrayBuffer()
          return answer.status
        }),
      ),
    )

    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const count = (status: number) => statuses.filter((one) => one === status).length
    process.stdout.write(
      `1,000 contested creates: ${count(201)} × 201, ${count(409)} × 409, ${seconds} s\n`,
    )
    expect([count(201), count(409)]).toEqual([20, 980])
    const { rows } = await database.query(`select count(*)::int as overlaps
      from occupancies a join occupancies b on a.id < b.id and a.fieldworker_id = b.fieldworker_id
        and a.exclusive and b.exclusive
        and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`)
    expect(rows[0].overlaps).toBe(0)
  }, 300_000)
})
