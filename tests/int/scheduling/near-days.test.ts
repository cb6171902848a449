import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFreePeople } from '../../../src/database/scheduling/free-people.ts'
import { rebuildDayBitmaps } from '../../../src/database/scheduling/rebuild-day-bitmaps.ts'
import { openSql, type Sql } from '../../support/open-sql.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { insertBooking, ownerOf } from '../../support/records.ts'
import { openSlotHarness, type SlotHarness } from '../../support/slot-harness.ts'

let harness: SlotHarness
let sql: Sql
let close: () => Promise<void>

beforeAll(async () => {
  harness = await openSlotHarness()
  ;({ sql, close } = await openSql(harness.app.url))
})
afterAll(async () => {
  await close?.()
  await harness?.stop()
})

/** Ten in Sydney on the Wednesday, as the database holds it. */
const from = '2026-09-23T00:00:00Z'

describe('the materialised days', () => {
  test('say who is free in any span, within an hour or over two midnights', async () => {
    const people = await Promise.all([0, 1, 2, 3].map(async () => (await harness.open()).person))
    const first = Date.parse('2026-09-21T00:00Z')
    const random = randomFrom(7)
    const at = (minutes: number) => new Date(first + minutes * 60_000).toISOString()
    const some = (below: number) => 5 * Math.floor((random() * below) / 5)
    for (let n = 0; n < 40; n += 1) {
      const start = some(4 * 1440)
      await sql(
        `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
         values ($1, $2, $3, 'external', false)`,
        [people[n % 4], at(start), at(start + 5 + some(90))],
      )
    }
    const req = await createLocalReq({}, harness.app.payload)

    for (let n = 0; n < 100; n += 1) {
      const start = some(4 * 1440)
      const end = start + 5 + some([30, 120, 900, 3000][n % 4] ?? 0)
      const question = {
        people,
        from: first + start * 60_000,
        to: first + end * 60_000,
      }
      // A few of many are looked up by themselves, most of all are read at one go.
      const found = await readFreePeople(req, { ...question, among: people.length })
      expect(await readFreePeople(req, { ...question, among: 1000 })).toEqual(found)
      const free = await sql<{ id: string }>(
        `select person as id from unnest($1::uuid[]) as person where not exists (
           select from occupancies o where o.fieldworker_id = person and o.starts_at < $3 and o.ends_at > $2) order by 1`,
        [people, at(start), at(end)],
      )
      expect(found.map(({ id }) => id).toSorted()).toEqual(free.map(({ id }) => id))
    }
  })
})

describe('the points of visits', () => {
  test('follow whatever is written, by whomever, and are mended', async () => {
    const { payload } = harness.app
    const owner = await ownerOf(payload, 'customer', 'fieldworker')
    const { address, appointment } = await insertBooking(payload, owner, {
      number: 'POINT-1',
      start: from,
    })
    const pointOf = async () => {
      const rows = await sql<{ lat: number; lng: number; starts_at: Date }>(
        'select lat, lng, starts_at from visit_points where appointment_id = $1',
        [appointment],
      )
      return rows.map(({ lat, lng, starts_at }) => [lat, lng, starts_at.toISOString()])
    }
    const start = new Date(from).toISOString()
    const move = (lat: number | null) =>
      sql('update addresses set coordinates_lat = $2, coordinates_lng = 151 where id = $1', [
        address,
        lat,
      ])
    const become = (status: string) =>
      sql('update appointments set status = $2 where id = $1', [appointment, status])

    await move(-33.5)
    expect(await pointOf()).toEqual([[-33.5, 151, start]])
    await move(null)
    expect(await pointOf()).toEqual([])
    await move(-33)
    await sql(
      `update appointments set start = start + interval '1 hour', "end" = "end" + interval '1 hour'
       where id = $1`,
      [appointment],
    )
    expect(await pointOf()).toEqual([
      [-33, 151, new Date(Date.parse(from) + 3_600_000).toISOString()],
    ])
    await become('cancelled')
    expect(await pointOf()).toEqual([])
    await become('confirmed')
    await sql('delete from visit_points')
    const req = await createLocalReq({}, payload)
    expect(await rebuildDayBitmaps(req)).toBeGreaterThan(0)
    expect(await pointOf()).toHaveLength(1)
    expect(await rebuildDayBitmaps(req)).toBe(0)
    await sql('delete from appointments where id = $1', [appointment])
    expect(await pointOf()).toEqual([])
  })
})
