import pg from 'pg'
import { median, percentile } from '../cpu.ts'
import type { Goal } from '../goal.ts'
import type { Bench } from '../open-bench.ts'
import { bodyAt, employ, startAt } from './bookable.ts'

const clients = 16
let taken = 200

/** Runs `count` tasks by so many clients; the time that each took, in milliseconds. */
const crowd = async (
  width: number,
  { count, task }: { count: number; task: (n: number) => Promise<unknown> },
): Promise<{ seconds: number; each: number[] }> => {
  const each: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let n = next++; n < count; n = next++) {
        const start = performance.now()
        await task(n)
        each.push(performance.now() - start)
      }
    }),
  )
  return { seconds: (performance.now() - began) / 1000, each }
}

const rawRate = async ({ url, shop }: Bench, count: number): Promise<number> => {
  const pool = new pg.Pool({ connectionString: url, max: clients })
  pool.on('error', () => undefined)
  const insert = `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
    values ($1, $2::timestamptz, $2::timestamptz + interval '1 hour', 'visit', true)`
  const first = Date.parse('2035-01-01T00:00:00Z')
  const { seconds } = await crowd(clients, {
    count,
    task: (n) =>
      pool.query(insert, [shop.people[n % 2], new Date(first + (taken + n) * 7_200_000)]),
  })
  taken += count
  await pool.query(`delete from occupancies where starts_at >= '2035-01-01'`)
  await pool.end()
  return count / seconds
}

/** How many bookings a second, and how long a crowd waits for one slot. */
export const bookingRate: Goal = {
  id: 'P9, P11',
  title: 'Bookings by many at once',
  run: async (bench) => {
    await employ(bench, 50)
    const count = Math.round(160 * Math.min(2, bench.scale))
    const rates: number[] = []
    for (let run = 0; run < 3; run++) {
      const raw = await rawRate(bench, count)
      const from = taken
      const { seconds } = await crowd(clients, {
        count,
        task: (n) => bench.ask('POST', '/app/bookings', { body: bodyAt(bench, startAt(from + n)) }),
      })
      taken += count
      rates.push((count / seconds / raw) * 100)
    }

    const alone: number[] = []
    for (let n = 0; n < 15; n++) {
      const start = performance.now()
      await bench.ask('POST', '/app/bookings', { body: bodyAt(bench, startAt(taken++)) })
      alone.push(performance.now() - start)
    }
    const [one] = bench.shop.people
    await bench.sql('update fieldworkers set active = id = $1', [one])
    await bench.sql(`delete from occupancies where fieldworker_id = $1`, [one])
    const statuses: number[] = []
    const rush = await crowd(64, {
      count: 64,
      task: async () => {
        const { status } = await bench.send('POST', '/app/bookings', bodyAt(bench, startAt(3)))
        statuses.push(status)
      },
    })
    await bench.sql('update fieldworkers set active = true')
    const won = statuses.filter((status) => status === 201).length
    const lost = statuses.filter((status) => status === 409).length
    if (won !== 1 || lost !== 63) throw new Error(`One of 64 should win: ${statuses.join(' ')}`)

    return [
      {
        what: `bookings a second at ${clients} clients beside raw inserts under the constraint`,
        value: median(rates),
        unit: '%',
        range: [Math.min(...rates), Math.max(...rates)],
        limits: { pass: 7, stretch: 20, higher: true },
        short: 'seven rows and every rule beside one row and the constraint',
      },
      {
        what: '64 clients on one slot: the slowest percent beside 64 times a lone booking',
        value: percentile(rush.each, 0.99) / (64 * median(alone)),
        unit: '×',
        limits: { pass: 1, stretch: 0.3 },
        note: `${percentile(rush.each, 0.99).toFixed(0)} ms; one 201, sixty-three 409`,
        short: 'the first twelve race, the others are told at once',
      },
    ]
  },
}
