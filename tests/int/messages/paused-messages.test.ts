import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
let day = 2

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

type Row = { id: string; state: string; error: string | null }

const say = (booking: string, verb: 'pause' | 'resume', body: object) =>
  harness.send('POST', `/bookings/${booking}/${verb}-messages`, 'dispatcher', body)

const pausedIn = async (booking: string) =>
  (
    await harness.sql(
      'select comms_paused_email as email, comms_paused_sms as sms from bookings where id = $1',
      [booking],
    )
  )[0]

/** Books for a guest, pauses, and says what became of each message about the booking. */
const sentOf = async (customer: object, paused: object) => {
  day += 1
  const booked = await harness.book({ service: 'request', start: sydney(day, '09:00'), customer })
  const { id } = booked.body
  await say(id, 'pause', paused)
  const rows = await harness.sql<Row & { word: string }>(
    `select *, channel || ' to ' || recipient_kind as word from deliveries
     where booking_id = $1 and channel in ('email', 'sms') order by created_at`,
    [id],
  )
  for (const row of rows) await harness.deliver(row.id)
  const after = await Promise.all(rows.map(({ id: row }) => harness.read(row)))
  return Object.fromEntries(rows.map(({ word }, at) => [word, after[at]?.state]))
}

test('pausing e-mail holds the customer’s e-mails back, and no one else’s', async () => {
  const jo = { name: 'Jo', email: 'jo@guest.test', phone: '+61 412 345 678' }

  expect(await sentOf(jo, { email: true })).toEqual({
    'email to customer': 'cancelled',
    'email to fieldworker': 'sent',
  })
  expect(await sentOf({ ...jo, email: 'al@guest.test' }, { sms: true })).toEqual({
    'email to customer': 'sent',
    'email to fieldworker': 'sent',
  })
})

test('pausing SMS holds the customer’s text messages back, and no e-mail', async () => {
  const phone = { name: 'Sam', phone: '+61 412 345 679' }

  expect(await sentOf(phone, { sms: true })).toEqual({
    'sms to customer': 'cancelled',
    'email to fieldworker': 'sent',
  })
  expect(await sentOf({ name: 'Kim', phone: '+61 412 345 680' }, { email: true })).toEqual({
    'sms to customer': 'sent',
    'email to fieldworker': 'sent',
  })
})

test('the channels are paused and resumed apart, and both where none is named', async () => {
  const { body } = await harness.book(
    { service: 'direct', customerId: harness.shop.customer, start: sydney(20, '09:00') },
    'dispatcher',
  )
  const after = async (verb: 'pause' | 'resume', said: object) => {
    await say(body.id, verb, said)
    return pausedIn(body.id)
  }

  expect(await after('pause', { email: true })).toEqual({ email: true, sms: false })
  expect(await after('pause', { sms: true })).toEqual({ email: true, sms: true })
  expect(await after('resume', { email: true })).toEqual({ email: false, sms: true })
  expect(await after('pause', {})).toEqual({ email: true, sms: true })
  expect(await after('resume', {})).toEqual({ email: false, sms: false })
})
