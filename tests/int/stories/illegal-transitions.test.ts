import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookingStates } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { askGraphql } from '../../support/graphql.ts'
import { insertBooking, type Owner, ownerOf } from '../../support/records.ts'

let harness: Harness
let owner: Owner
let made = 0

beforeAll(async () => {
  harness = await openHarness()
  owner = await ownerOf(harness.app.payload, 'customer', 'fieldworker')
}, 120_000)
afterAll(() => harness.stop())

/** A booking in that status whose one visit began some days ago. */
const bookingIn = async (status: string): Promise<string> => {
  made += 1
  const start = new Date(Date.now() - made * 86_400_000).toISOString()
  const { booking } = await insertBooking(harness.app.payload, owner, {
    number: `S4-${made}`,
    start,
  })
  for (const [table, key] of [
    ['bookings', 'id'],
    ['appointments', 'booking_id'],
  ]) {
    await harness.sql(
      `update ${table} set status = $1::text::enum_${table}_status where ${key} = $2`,
      [status, booking],
    )
  }
  return booking
}

const command = { reason: 'Because' }

const doors = {
  'the form and REST': (id: string, status: string) =>
    harness.send('PATCH', `/bookings/${id}?depth=0`, 'admin', { status, command }),
  GraphQL: (id: string, status: string) =>
    askGraphql(
      harness.app,
      'admin',
      `mutation { updateBooking(id: "${id}", data: { status: ${status}, command: { reason: "Because" } }) { id } }`,
    ),
  'bulk edit': (id: string, status: string) =>
    harness.send('PATCH', `/bookings?where[id][equals]=${id}`, 'admin', { status, command }),
}

/** To `rescheduled` leads the command with its new time alone, never a change of the status. */
const byStatus = [
  'pending > confirmed',
  'pending > cancelled',
  'confirmed > completed',
  'confirmed > cancelled',
  'confirmed > no_show',
]

const taken: Record<keyof typeof doors, string[]> = {
  'the form and REST': byStatus,
  GraphQL: byStatus,
  'bulk edit': [],
}

test.each(Object.keys(doors) as (keyof typeof doors)[])(
  'of the thirty changes of status only the table’s succeed through %s',
  async (door) => {
    const done: string[] = []
    for (const from of bookingStates) {
      for (const to of bookingStates.filter((state) => state !== from)) {
        const id = await bookingIn(from)
        await doors[door](id, to)
        const now = await harness.statusOf(id)
        if (now === to) done.push(`${from} > ${to}`)
        else expect(now).toBe(from)
      }
    }
    expect(done).toEqual(taken[door])
  },
)
