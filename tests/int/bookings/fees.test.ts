import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

type Fees = { no_show_fee_amount: string; cancellation_fee_amount: string; waived: boolean }

let harness: Harness
let made = 0

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  await payload.updateGlobal({
    slug: 'financial-settings',
    data: { noShowFeeAmount: 7000, cancellationFeeAmount: 4500 },
    overrideAccess: true,
  })
  await payload.updateGlobal({
    slug: 'portal-settings',
    data: { cancelFeeAutomatic: true, cancelNoticeHours: 24 },
    overrideAccess: true,
  })
})
afterAll(() => harness.stop())

/** A confirmed booking of the fieldworker whose visit begins after these minutes. */
const booking = async (minutes: number): Promise<string> => {
  made += 1
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(3 + made, '09:00'),
      fieldworker: harness.shop.people[0],
      customer: { name: `Guest ${made}`, email: `fee${made}@guests.test` },
    },
    'admin',
  )
  const start = `now() + interval '${minutes} minutes'`
  await harness.sql(
    `update appointments set start = ${start}, "end" = ${start} + interval '1 hour'
      where booking_id = $1`,
    [body.id],
  )
  await harness.sql(`update bookings set starts_at = ${start} where id = $1`, [body.id])
  return body.id
}

const feesOf = async (id: string) => {
  const [row] = await harness.sql<Fees>(
    `select no_show_fee_amount, cancellation_fee_amount, cancellation_fee_waived as waived
      from bookings where id = $1`,
    [id],
  )
  return {
    noShow: Number(row?.no_show_fee_amount),
    cancelled: Number(row?.cancellation_fee_amount),
  }
}

/** The same end of a booking through its command and by a plain save. */
const doors = (as: Person) => ({
  command: (id: string, name: 'cancel' | 'no-show', fee?: unknown) =>
    harness.send('POST', `/bookings/${id}/${name}`, as, {
      reason: 'Test',
      ...(fee ? { fee } : {}),
    }),
  save: (id: string, name: 'cancel' | 'no-show', fee?: unknown) =>
    harness.send('PATCH', `/bookings/${id}`, as, {
      status: name === 'cancel' ? 'cancelled' : 'no_show',
      command: { reason: 'Test', ...(fee ? { fee } : {}) },
    }),
})

describe.each(['command', 'save'] as const)('by %s', (door) => {
  test('a no-show costs what the settings say, no matter who marks it', async () => {
    for (const as of ['fieldworker', 'dispatcher'] as const) {
      const id = await booking(-30)
      expect((await doors(as)[door](id, 'no-show')).status).toBe(200)
      expect((await feesOf(id)).noShow, as).toBe(7000)
    }
  })

  test('another fee takes the right to edit prices, and none the right to waive', async () => {
    const id = await booking(-30)
    for (const as of ['fieldworker', 'dispatcher'] as const) {
      for (const fee of [{ amount: 88_888_888 }, { amount: 1 }, { amount: 0 }, 'waive']) {
        const { status, code } = await doors(as)[door](id, 'no-show', fee)
        expect([status, code], `${as} ${JSON.stringify(fee)}`).toEqual([403, 'not-allowed'])
      }
    }
    expect((await doors('manager')[door](id, 'no-show', { amount: 1200 })).status).toBe(200)
    expect((await feesOf(id)).noShow).toBe(1200)

    const other = await booking(-30)
    expect((await doors('manager')[door](other, 'no-show', 'waive')).status).toBe(200)
    expect((await feesOf(other)).noShow).toBe(0)
  })

  test('cancelling follows the same rule inside the notice, and costs nothing before it', async () => {
    const [late, early] = [await booking(120), await booking(60 * 24 * 22)]
    for (const fee of [{ amount: 88_888_888 }, 'waive']) {
      expect((await doors('dispatcher')[door](late, 'cancel', fee)).status).toBe(403)
    }
    expect((await doors('dispatcher')[door](late, 'cancel')).status).toBe(200)
    expect((await doors('dispatcher')[door](early, 'cancel')).status).toBe(200)

    expect((await feesOf(late)).cancelled).toBe(4500)
    expect((await feesOf(early)).cancelled).toBe(0)
  })
})

test('through GraphQL the fee of a no-show is no other', async () => {
  const id = await booking(-30)
  const mark = (fee: string) =>
    askGraphql(
      harness.app,
      'dispatcher',
      `mutation { updateBooking(id: "${id}", data: { status: no_show, command: { fee: ${fee} } }) { id } }`,
    )

  expect((await mark('{ amount: 88888888 }')).errors).toBeDefined()
  expect((await mark('"waive"')).errors).toBeDefined()
  expect(await harness.statusOf(id)).toBe('confirmed')
})

test('no fee is written by a plain save of the field', async () => {
  const id = await booking(-30)
  await harness.send('PATCH', `/bookings/${id}`, 'dispatcher', {
    noShow: { feeAmount: 88_888_888 },
  })

  expect((await feesOf(id)).noShow).not.toBe(88_888_888)
})
