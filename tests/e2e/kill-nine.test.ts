import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let database: pg.Client

const connect = async () => {
  database = new pg.Client({ connectionString: product.databaseUrl })
  database.on('error', () => undefined)
  await database.connect()
}

beforeAll(async () => {
  product = await startProduct()
  await connect()
}, 600_000)
afterAll(async () => {
  await database?.end()
  await product?.stop()
})

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

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

const one = async <Row>(statement: string): Promise<Row> =>
  (await database.query(statement)).rows[0] as Row

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
