import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeTurns } from '../../src/server/door/take-turns.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  // One of the two people is enough: every slot then has one person.
  await desk.app.payload.update({
    collection: 'fieldworkers',
    id: desk.shop.people[1],
    data: { active: false },
    overrideAccess: true,
    context: { channel: 'seed' },
  })
}, 120_000)
afterAll(() => desk.stop())

const slots = Array.from({ length: 20 }, (_, at) => sydney(5 + at, '09:00'))
const each = 50
/** As many at a time as the product's own door lets through. */
const inTurn = takeTurns({ width: 12, waiting: 5000 })

test('of 1,000 bookings at once for 20 one-person slots, 20 succeed and no time is sold twice', async () => {
  const began = performance.now()

  const answers = await Promise.all(
    slots.flatMap((start, slot) =>
      Array.from({ length: each }, (_, at) =>
        inTurn(() =>
          desk.book({
            service: 'direct',
            start,
            customer: { name: `Rush ${slot}.${at}`, phone: '0412345678' },
          }),
        ),
      ),
    ),
  )

  const seconds = (performance.now() - began) / 1000
  const count = (status: number) => answers.filter((one) => one.status === status).length
  process.stdout.write(
    `1,000 contested creates in process: ${count(201)} booked, ${count(409)} refused, ` +
      `${seconds.toFixed(1)} s\n`,
  )
  expect([count(201), count(409)]).toEqual([slots.length, slots.length * (each - 1)])
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['slot-taken']))
  const [row] = await desk.sql<{ bookings: number; customers: number; overlaps: number }>(
    `select (select count(*)::int from bookings) as bookings,
       (select count(*)::int from customers where name like 'Rush%') as customers,
       (select count(*)::int from occupancies a join occupancies b
          on a.id < b.id and a.fieldworker_id = b.fieldworker_id and a.exclusive and b.exclusive
          and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)) as overlaps`,
  )
  expect(row).toEqual({ bookings: 20, customers: 20, overlaps: 0 })
}, 300_000)
