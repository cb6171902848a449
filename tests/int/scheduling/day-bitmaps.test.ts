import pg from 'pg'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { rebuildDayBitmaps } from '../../../src/database/scheduling/rebuild-day-bitmaps.ts'
import type { SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import { openSql, type Sql } from '../../support/open-sql.ts'
import { insert } from '../../support/records.ts'
import {
  asSeed,
  morning,
  openSlotHarness,
  queryOf,
  type SlotHarness,
  wednesday,
} from '../../support/slot-harness.ts'

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

const wrongDays = () => sql('select * from wrong_day_bitmaps()')

/** Ten to twelve in Sydney on the Wednesday, as the database holds it. */
const from = '2026-09-23T00:00:00Z'
const occupy = async (person: string, more: object = {}) =>
  insert(harness.app.payload, 'occupancies', {
    fieldworker: person,
    startsAt: from,
    endsAt: '2026-09-23T02:00:00Z',
    kind: 'visit',
    exclusive: true,
    ...more,
  })

describe('the materialised days', () => {
  test('follow whatever is written to the table, by whomever', async () => {
    const { slug, person } = await harness.open()
    const times = () => harness.timesOf({ service: slug, ...wednesday })

    await sql(
      `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
       values ($1, '2026-09-23T00:00Z', '2026-09-23T01:00Z', 'visit', true)`,
      [person],
    )
    expect(await times()).toEqual(['09:00', '11:00'])

    await sql(
      `update occupancies set starts_at = '2026-09-22T23:00Z', ends_at = '2026-09-23T00:30Z'
       where fieldworker_id = $1`,
      [person],
    )
    expect(await times()).toEqual(['10:30', '11:00'])

    await sql('delete from occupancies where fieldworker_id = $1', [person])
    expect(await times()).toEqual(morning)
    expect(await wrongDays()).toEqual([])
  })

  test('are those of the new person when time changes hands', async () => {
    const one = await harness.open()
    const other = await harness.open()
    await occupy(one.person)

    await sql('update occupancies set fieldworker_id = $2 where fieldworker_id = $1', [
      one.person,
      other.person,
    ])

    expect(await harness.timesOf({ service: one.slug, ...wednesday })).toEqual(morning)
    expect(await harness.timesOf({ service: other.slug, ...wednesday })).toEqual(['09:00'])
  })

  test('round foreign time outward to five minutes', async () => {
    const { slug, person } = await harness.open({ service: { slotIntervalMinutes: 5 } })
    await occupy(person, {
      startsAt: '2026-09-23T00:01:00Z',
      endsAt: '2026-09-23T00:02:00Z',
      kind: 'external',
      exclusive: false,
    })

    const times = await harness.timesOf({ service: slug, ...wednesday })

    expect(times.filter((time) => time >= '09:00' && time < '10:10')).toEqual(['09:00', '10:05'])
  })

  test('leave long absences and holds to the search itself', async () => {
    const away = await harness.open()
    const held = await harness.open()
    await occupy(away.person, {
      startsAt: '2026-09-01T00:00:00Z',
      endsAt: '2026-10-30T00:00:00Z',
      kind: 'unavailability',
      exclusive: false,
    })
    await occupy(held.person, { kind: 'hold', expiresAt: '2100-01-01T00:00:00Z' })
    const times = (slug: string) => harness.timesOf({ service: slug, ...wednesday })

    expect(await times(away.slug)).toEqual([])
    expect(await times(held.slug)).toEqual(['09:00'])
    await sql('update occupancies set expires_at = now() where expires_at is not null')
    expect(await times(held.slug)).toEqual(morning)
    expect(await wrongDays()).toEqual([])
  })

  test('are true after many writers at once', async () => {
    const people = await Promise.all([0, 1, 2].map(async () => (await harness.open()).person))
    const clients = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new pg.Client({ connectionString: harness.app.url })
        await client.connect()
        return client
      }),
    )
    const work = clients.map(async (client, at) => {
      for (let round = 0; round < 25; round += 1) {
        const person = people[(at * 7 + round * 3) % 3]
        const start = (at * 31 + round * 17) % 600
        await client
          .query(
            `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
             values ($1, timestamptz '2026-09-23T00:00Z' + $2 * interval '7 minutes',
               timestamptz '2026-09-23T00:00Z' + ($2 + 3) * interval '7 minutes', 'visit', $3)`,
            [person, start, round % 2 === 0],
          )
          .catch((error: { code: string }) => expect(['23P01', '40P01']).toContain(error.code))
        if (round % 5 === 4)
          await client.query(
            `delete from occupancies where id = (select id from occupancies
               where fieldworker_id = $1 order by id limit 1)`,
            [person],
          )
      }
      await client.end()
    })

    await Promise.all(work)

    expect(await wrongDays()).toEqual([])
    const overlaps = await sql(
      `select 1 from occupancies a join occupancies b on a.fieldworker_id = b.fieldworker_id
         and a.id < b.id and a.exclusive and b.exclusive
         and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
    )
    expect(overlaps).toEqual([])
  })

  test('are mended when someone switched the triggers off', async () => {
    const { slug, person } = await harness.open()
    await sql('alter table occupancies disable trigger user')
    await occupy(person)
    await sql('alter table occupancies enable trigger user')
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)

    const req = await createLocalReq({}, harness.app.payload)
    const mended = await rebuildDayBitmaps(req)

    expect(mended).toBeGreaterThan(0)
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(['09:00'])
    expect(await rebuildDayBitmaps(req)).toBe(0)
  })
})

describe('what a process keeps of services and people', () => {
  test('is dropped as soon as another process changes them', async () => {
    const { slug, person } = await harness.open()
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)

    await sql('update fieldworkers set blocked = true where id = $1', [person])
    expect((await harness.ask({ service: slug, ...wednesday })).status).toBe(404)
    await sql('update fieldworkers set blocked = false where id = $1', [person])
    await sql('delete from fieldworkers_working_hours where _parent_id = $1', [person])
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual([])
    await sql("update services set slug = 'renamed' where slug = $1", [slug])
    expect((await harness.ask({ service: slug, ...wednesday })).status).toBe(404)
  })

  test('does not take over what a transaction gives up', async () => {
    const { slug, service } = await harness.open()
    await harness.timesOf({ service: slug, ...wednesday })
    const { payload } = harness.app
    const req = await createLocalReq({}, payload)
    const transaction = await payload.db.beginTransaction()
    if (transaction === null) throw new Error('No transaction.')
    req.transactionID = transaction
    await payload.update({
      collection: 'services',
      id: service,
      data: { durationMinutes: 180 },
      ...asSeed,
      req,
    })
    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)
    await payload.db.rollbackTransaction(transaction)

    expect(await harness.timesOf({ service: slug, ...wednesday })).toEqual(morning)
  })

  test('makes a question cost two statements', async () => {
    const { slug } = await harness.open()
    const path = `/app/slots?${queryOf({ service: slug, postcode: '2000', ...wednesday })}`
    await harness.app.request('GET', path)
    const { pool } = harness.app.payload.db as unknown as {
      pool: { Client: { prototype: { query: (...input: unknown[]) => unknown } } }
    }
    const sent = vi.spyOn(pool.Client.prototype, 'query')
    await harness.app.request('GET', path)
    const statements = sent.mock.calls.length
    sent.mockRestore()

    expect(statements).toBe(2)
  })
})

describe('an answer that the client has already', () => {
  test('is not sent again until it changes', async () => {
    const { slug, person } = await harness.open()
    const path = `/app/slots?${queryOf({ service: slug, postcode: '2000', ...wednesday })}`
    const first = await harness.app.request<SlotsAnswer>('GET', path)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect(headers['if-none-match']).not.toBe('')

    const again = await harness.app.request('GET', path, { headers })
    expect(again).toMatchObject({ status: 304, body: '' })
    await occupy(person)
    expect((await harness.app.request('GET', path, { headers })).status).toBe(200)
  })
})

describe('several services in one visit', () => {
  test('need someone who does them all, for the whole time', async () => {
    const one = await harness.open()
    const other = await harness.open({ service: { durationMinutes: 90 } })
    const asked = { service: one.slug, also: other.slug, ...wednesday }
    expect(await harness.timesOf(asked)).toEqual([])

    await harness.app.payload.update({
      collection: 'fieldworkers',
      id: one.person,
      data: { services: [one.service, other.service] },
      ...asSeed,
    })

    expect(await harness.timesOf(asked)).toEqual(['09:00', '09:30'])
    expect((await harness.ask({ ...asked, also: 'no-such-service' })).status).toBe(404)
  })

  test('may be asked for with more people than the crew', async () => {
    const { slug, service } = await harness.open()
    expect(await harness.timesOf({ service: slug, crew: 2, ...wednesday }, 'dispatcher')).toEqual(
      [],
    )
    await harness.hire('Mate', service)

    expect(await harness.timesOf({ service: slug, crew: 2, ...wednesday }, 'dispatcher')).toEqual([
      '10:00',
      '10:30',
      '11:00',
    ])
  })
})
