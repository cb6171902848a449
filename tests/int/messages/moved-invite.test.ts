import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBookingViews } from '../../../src/database/bookings/booking-views.ts'
import { eventUid } from '../../../src/domain/messages/event-uid.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

const invite = async (booking: string, events: string[]) => {
  const [row] = await harness.sql<{ id: string; key: string }>(
    `select id, key from deliveries where booking_id = $1 and event = any($2)
      and channel = 'email' and recipient_kind = 'customer'`,
    [booking, events],
  )
  if (!row) throw new Error('Nothing was queued.')
  await harness.deliver(row.id)
  const [sent] = await harness.sql<{ attachments: { content: string }[] }>(
    'select attachments from outbox_messages where delivery_key = $1',
    [row.key],
  )
  const text = sent?.attachments[0]?.content ?? ''
  const field = (name: string) => new RegExp(`^${name}:(.+)$`, 'm').exec(text)?.[1]?.trim() ?? ''
  return { uid: field('UID'), sequence: Number(field('SEQUENCE')), start: field('DTSTART') }
}

test('a moved booking replaces the event in the customer’s calendar', async () => {
  const { body } = await harness.book({
    service: 'direct',
    start: sydney(4, '09:00'),
    customer: { name: 'Jo Park', email: 'jo@guest.test' },
  })
  const before = await invite(body.id, ['booking-confirmed'])

  const path = `/bookings/${body.id}/reschedule`
  const moved = await harness.send('POST', path, 'dispatcher', {
    start: sydney(5, '11:00'),
    reason: 'Rain',
  })
  const { booking } = moved.body as { booking: { id: string } }
  const after = await invite(booking.id, ['booking-retimed'])

  expect(booking.id).not.toBe(body.id)
  expect(before.uid).toMatch(/@/)
  expect(after.uid).toBe(before.uid)
  expect(after.sequence).toBeGreaterThan(before.sequence)
  expect(after.start).not.toBe(before.start)

  const host = before.uid.split('@')[1] ?? ''
  const { visits } = body as unknown as { visits: string[] }
  expect(visits.map((visit) => eventUid(visit, host))).toEqual([before.uid])
  const req = await createLocalReq({}, harness.app.payload)
  const shown = (await readBookingViews(req, [booking.id])).get(booking.id)
  expect(shown?.visits.map(({ origin }) => eventUid(origin, host))).toEqual([before.uid])
})
