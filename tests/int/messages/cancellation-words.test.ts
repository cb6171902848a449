import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'

let shop: MessageHarness
beforeAll(async () => {
  shop = await openMessageHarness()
}, 120_000)
afterAll(() => shop.stop())

/** The text of each mail about the cancelled booking, by event. */
const mailsOf = async (booking: string) => {
  const rows = await shop.sql<{ id: string; key: string; event: string }>(
    `select id, key, event from deliveries where booking_id = $1 and channel = 'email'
     and event in ('booking-cancelled', 'visit-cancelled')`,
    [booking],
  )
  const mails: Record<string, string> = {}
  for (const { id, key, event } of rows) {
    await shop.deliver(id)
    const [mail] = await shop.sql<{ text: string; html: string }>(
      'select text, html from outbox_messages where delivery_key = $1',
      [key],
    )
    mails[event] = `${mail?.text}${mail?.html}`
  }
  return mails
}

const cancelled = async (words: object) => {
  const { id } = await shop.confirmation()
  const [row] = await shop.sql<{ booking: string }>(
    'select booking_id as booking from deliveries where id = $1',
    [id],
  )
  const booking = row?.booking ?? ''
  const { status } = await shop.send('POST', `/bookings/${booking}/cancel`, 'dispatcher', words)
  expect(status).toBe(200)
  return mailsOf(booking)
}

test('a cancelled booking’s mails carry the message to the customer, never the office’s reason', async () => {
  const mails = await cancelled({ reason: 'Never pays', comment: 'The part is sold out.' })

  expect(Object.keys(mails).toSorted()).toEqual(['booking-cancelled', 'visit-cancelled'])
  expect(mails['booking-cancelled']).toContain('The part is sold out.')
  expect(mails['visit-cancelled']).not.toContain('The part is sold out.')
  for (const mail of Object.values(mails)) expect(mail).not.toContain('Never pays')
})

test('a reason of the office stays with the office where the customer gets no message', async () => {
  const mails = await cancelled({ reason: 'Never pays' })

  expect(mails['booking-cancelled']).toContain('cancelled')
  for (const mail of Object.values(mails)) expect(mail).not.toContain('Never pays')
})
