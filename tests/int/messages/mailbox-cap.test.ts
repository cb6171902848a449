import { afterAll, beforeAll, expect, test } from 'vitest'
import { capOf, mailboxCap, overMailboxCap } from '../../../src/domain/messages/mailbox-cap.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { emailOf, type Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let made = 0

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

type Sent = { state: string; error: string | null; event: string }

/** What was written for the customer of these bookings, or for accounts, since `mark`. */
const messagesSince = (mark: string) =>
  harness.sql<Sent>(
    `select state, error, event from deliveries where created_at >= $1
     and recipient_kind in ('customer', 'account') order by created_at, id`,
    [mark],
  )
const now = async () => {
  const [row] = await harness.sql<{ now: string }>('select clock_timestamp()::text as now')
  return row?.now ?? ''
}

const bookFor = async (customer: { email?: string; phone?: string }, as?: Person) => {
  made += 1
  const start = sydney(
    2 + Math.floor(made / 4),
    ['08:00', '10:00', '12:00', '14:00'][made % 4] ?? '',
  )
  const body = { service: 'direct', start, customer: { name: 'Ann', ...customer } }
  return (await harness.book(body, as)).status
}

const mostBookings = capOf('booking-confirmed')

const ask = (path: string, email: string, as: Person = 'anonymous') =>
  harness.send('POST', path, as, { email })

const inState = (rows: Sent[], state: string) => rows.filter((row) => row.state === state)

test('forty bookings under one e-mail are taken and send six messages to it', async () => {
  const mark = await now()
  const statuses: number[] = []
  for (let at = 0; at < 40; at++) {
    statuses.push(await bookFor({ email: at % 2 ? 'Ann@guest.test' : `ann+${at}@guest.test` }))
  }
  expect(statuses).toEqual(Array(40).fill(201))

  const rows = await messagesSince(mark)
  expect(inState(rows, 'pending')).toHaveLength(mostBookings)
  const withheld = inState(rows, 'cancelled')
  expect(withheld).toHaveLength(40 - mostBookings)
  expect(new Set(withheld.map(({ error }) => error))).toEqual(new Set([overMailboxCap]))
})

test('bookings at one telephone number share a cap too', async () => {
  const mark = await now()
  for (let at = 0; at < mostBookings + 2; at++) await bookFor({ phone: '0400 111 222' })

  expect(inState(await messagesSince(mark), 'pending')).toHaveLength(mostBookings)
})

test('bookings, links and resets that strangers ask for share the cap of a mailbox', async () => {
  const mark = await now()
  const email = emailOf('customer')
  for (let at = 0; at < mostBookings + 1; at++) await bookFor({ email })
  const minutes = Array.from({ length: mailboxCap - mostBookings }, (_, at) => at)

  for (const _minute of minutes) {
    expect((await ask('/app/session/link', email)).status).toBe(202)
    // Asked again within a minute, it is the same mail.
    await ask('/app/session/link', email)
    await harness.sql(`update deliveries set key = key || 'before' where event = 'sign-in-link'`)
  }
  expect((await ask('/customers/forgot-password', email)).status).toBe(200)
  expect((await ask('/app/session/link', 'nobody@guest.test')).status).toBe(202)

  const rows = await messagesSince(mark)
  expect(inState(rows, 'pending')).toHaveLength(mailboxCap)
  expect(inState(rows, 'cancelled').map(({ event }) => event)).toEqual([
    'booking-confirmed',
    'password-reset',
  ])
})

test('the office and a signed-in customer are not held up by what strangers did', async () => {
  const mark = await now()
  const own = sydney(30, '09:00')
  expect((await harness.book({ service: 'direct', start: own }, 'customer')).status).toBe(201)
  const theirs = {
    service: 'direct',
    start: sydney(31, '09:00'),
    customerId: harness.shop.customer,
  }
  expect((await harness.book(theirs, 'dispatcher')).status).toBe(201)

  expect(inState(await messagesSince(mark), 'cancelled')).toEqual([])
})

test('an hour later the count begins anew', async () => {
  await harness.sql(`update request_counts set expire = 1 where key like 'mailbox:%'`)
  const mark = await now()
  await bookFor({ email: 'ann@guest.test' })

  expect(inState(await messagesSince(mark), 'pending')).toHaveLength(1)
})
