import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../../src/database/migrate.ts'
import { mendOverlaps } from '../../../src/operations/scheduling/mend-overlaps.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let first: string
let later: string

const bookAt = async (time: string) => {
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(3, time),
      customerId: harness.shop.customer,
      fieldworker: harness.shop.people[0],
    },
    'dispatcher',
  )
  return body
}

beforeAll(async () => {
  harness = await openHarness()
  const [one, other] = [await bookAt('09:00'), await bookAt('11:00')]
  first = one.id
  later = other.id
  // As a database would look that has lost its constraint.
  await harness.sql('alter table occupancies drop constraint occupancies_no_overlap')
  const [start, end] = [sydney(3, '09:30'), sydney(3, '10:30')]
  await harness.sql(`update appointments set start = $2, "end" = $3 where booking_id = $1`, [
    later,
    start,
    end,
  ])
  await harness.sql(
    `update occupancies set starts_at = $2, ends_at = $3 where appointment_id in
      (select id from appointments where booking_id = $1)`,
    [later, start, end],
  )
}, 120_000)
afterAll(() => harness.stop())

test('the start is refused with the person and both visits of each overlap', async () => {
  const numbers = await harness.sql<{ number: string }>(
    'select number from bookings where id in ($1, $2) order by created_at',
    [first, later],
  )

  const refused = await migrate(harness.app.payload).catch((error: Error) => error.message)

  const lines = String(refused).split('\n')
  expect(lines).toHaveLength(3)
  for (const word of ['fieldworker:', ...numbers.map(({ number }) => number), '9:00', '10:30']) {
    expect(lines[1]).toContain(word)
  }
  expect(lines[2]).toContain('npm run doctor -- --mend-overlaps')
})

test('mending gives the later visit to no one, with the reason in its history', async () => {
  const req = await createLocalReq(
    {
      context: {
        channel: 'job',
        actor: { kind: 'system', name: 'Doctor', permissions: new Set() },
      },
    },
    harness.app.payload,
  )

  const lines = await mendOverlaps(req)

  expect(lines).toHaveLength(1)
  expect((await harness.visitsOf(first))[0]?.fieldworker_id).toBe(harness.shop.people[0])
  expect((await harness.visitsOf(later))[0]).toMatchObject({
    fieldworker_id: null,
    acceptance: 'unassigned',
  })
  const history = await harness.historyOf(later)
  expect(history.at(-1)?.reason).toContain('already had')
  await migrate(harness.app.payload)
  expect(await mendOverlaps(req)).toEqual([])
})
