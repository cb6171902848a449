import { afterAll, beforeAll, expect, test } from 'vitest'
import { followZones } from '../../src/jobs/follow-zones.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
}, 120_000)
afterAll(() => desk.stop())

type Offset = { start: number; offset: number }

const told = (booking: string) =>
  desk.sql<{ body: string; user_id: string }>(
    `select body, user_id from notifications
     where booking_id = $1 and event = 'visit-clock-changed'`,
    [booking],
  )

test('D12: new rules of a zone are told once for each visit to come whose clock time they change', async () => {
  const customer = { name: 'Jo Park', email: 'jo@guest.test' }
  const book = async (day: number) =>
    (await desk.book({ service: 'direct', start: sydney(day, '09:00'), customer })).body.id
  const [early, late] = [await book(4), await book(8)]
  const visits = () => desk.sql('select id, start, "end" from appointments order by id')
  const before = await visits()
  const run = () => followZones(desk.app.payload)

  expect(await run()).toBe(0)
  expect(await run()).toBe(0)
  // As if Sydney's clocks had been an hour behind today's from the sixth day on, by the rules of then.
  const from = Date.parse(sydney(6, '00:00'))
  const [kept] = await desk.sql<{ rules: { until: number; offsets: Offset[] } }>(
    `select rules from zone_rules where zone = 'Australia/Sydney'`,
  )
  const known = kept?.rules.offsets ?? []
  const then = { start: from, offset: known.findLast(({ start }) => start <= from)?.offset ?? 0 }
  const behind = [then, ...known.filter(({ start }) => start > from)].map(({ start, offset }) => ({
    start,
    offset: offset - 3_600_000,
  }))
  const offsets = [...known.filter(({ start }) => start < from), ...behind]
  const rules = { ...kept?.rules, offsets }
  await desk.sql(`update zone_rules set rules = $1 where zone = 'Australia/Sydney'`, [rules])

  await book(9)

  const counts = await Promise.all([run(), run()])

  expect(counts.toSorted()).toEqual([0, 1])
  expect(await told(early)).toEqual([])
  const entries = await told(late)
  expect(entries.length).toBeGreaterThan(0)
  expect(new Set(entries.map(({ user_id }) => user_id)).size).toBe(entries.length)
  expect(entries[0]?.body).toMatch(/agreed for .*8:00.am and would now be at .*9:00.am/)
  expect(await visits()).toEqual(expect.arrayContaining(before))
  expect(await run()).toBe(0)
})
