import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { type ReadEvent, readCalendar } from '../../support/read-calendar.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

/** The files of the newest message of a kind, as a calendar reads them: one event each. */
const filesOf = async (event: string) => {
  const [row] = await harness.sql<{ id: string; key: string }>(
    `select id, key from deliveries where event = $1 and channel = 'email'
      and recipient_kind = 'customer' order by created_at desc limit 1`,
    [event],
  )
  if (!row) throw new Error(`No ${event} was queued.`)
  await harness.deliver(row.id)
  const [sent] = await harness.sql<{ attachments: { content: string }[] }>(
    'select attachments from outbox_messages where delivery_key = $1',
    [row.key],
  )
  return (sent?.attachments ?? []).map(({ content }) => {
    const { method, events } = readCalendar(content)
    expect(events).toHaveLength(1)
    return { method, ...(events[0] as ReadEvent) }
  })
}

const later = (start: string, hours: number) =>
  new Date(Date.parse(start) + hours * 3_600_000).toISOString()

test('every visit of a series follows in its customer’s calendar', async () => {
  const { body } = await harness.book({
    service: 'direct',
    start: sydney(4, '09:00'),
    customer: { name: 'Jo Park', email: 'jo@guest.test' },
  })
  const rule = { unit: 'day', every: 2, count: 4 }
  const made = await harness.send('POST', '/app/series', 'dispatcher', { booking: body.id, rule })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const { series } = made.body as unknown as { series: { id: string } }
  const booked = await filesOf('series-booked')

  const moved = await harness.send('POST', `/series/${series.id}/move`, 'dispatcher', {
    booking: body.id,
    scope: 'all',
    start: sydney(4, '11:00'),
    reason: 'Rain',
  })
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  const atNewTimes = await filesOf('series-moved')

  const ended = await harness.send('POST', `/series/${series.id}/end`, 'dispatcher', {
    future: 'cancel',
  })
  expect(ended.status, JSON.stringify(ended.body)).toBe(200)
  const gone = await filesOf('series-ended')

  expect(booked.map(({ method, status }) => `${method} ${status}`)).toEqual(
    Array(4).fill('REQUEST CONFIRMED'),
  )
  expect(atNewTimes.map(({ uid, start }) => [uid, start])).toEqual(
    booked.map(({ uid, start }) => [uid, later(start, 2)]),
  )
  expect(gone.map(({ method, status, uid }) => [method, status, uid])).toEqual(
    booked.map(({ uid }) => ['CANCEL', 'CANCELLED', uid]),
  )
  for (const [at, { sequence }] of booked.entries()) {
    expect(atNewTimes[at]?.sequence).toBeGreaterThan(sequence)
    expect(gone[at]?.sequence).toBeGreaterThan(atNewTimes[at]?.sequence ?? 0)
  }
})
