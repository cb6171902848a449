import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitCalendar } from '../../../site/src/lib/visit-calendar.ts'
import { type Booked, bookedSchema } from '../../../src/contracts/bookings/bookings.ts'
import { calendarFile } from '../../../src/domain/messages/calendar-file.ts'
import { visitEvent } from '../../../src/domain/messages/visit-event.ts'
import { bookingView } from '../../../src/operations/bookings/booking-view.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { type ReadEvent, readCalendar } from '../../support/read-calendar.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

const customer = { name: 'Jo Park', email: 'jo@guest.test' }
const now = '2026-11-20T00:00:00.000Z'

const book = async (service: string, day: number, more: object = {}): Promise<Booked> => {
  const { body } = await harness.book({ service, start: sydney(day, '09:00'), customer, ...more })
  return bookedSchema.parse(body)
}

const mailed = async (booking: string, event: string) => {
  const [row] = await harness.sql<{ id: string; key: string }>(
    `select id, key from deliveries where booking_id = $1 and event = $2 and channel = 'email'`,
    [booking, event],
  )
  await harness.deliver(row?.id ?? '')
  const [sent] = await harness.sql<{ attachments: { content: string }[] }>(
    'select attachments from outbox_messages where delivery_key = $1',
    [row?.key],
  )
  return (sent?.attachments ?? []).map(({ content }) => readCalendar(content))
}

const portalFile = async (id: string, host: string) => {
  const req = await createLocalReq({}, harness.app.payload)
  const booking = await harness.app.payload.findByID({ collection: 'bookings', id, depth: 0, req })
  const view = await bookingView(req, booking)
  return readCalendar(visitCalendar({ booking: view, host, company: 'Shop', now }))
}

const widgetFile = ({ number, events }: Booked, host: string) =>
  readCalendar(
    calendarFile(
      events.map(({ visit, ...event }) =>
        visitEvent(
          { ...event, origin: visit, service: 'direct', place: '' },
          { number, company: 'Shop', host },
        ),
      ),
      { now },
    ),
  )

const identity = ({ uid, sequence, status, start, end }: ReadEvent) => ({
  ...{ uid, sequence, status },
  ...{ start, end },
})
const byUid = (one: { uid: string }, other: { uid: string }) => one.uid.localeCompare(other.uid)

describe('calendar files', () => {
  test('agree on a visit, whether they come by mail, from the portal or from the widget', async () => {
    const { id: service } = harness.shop.services.direct
    await harness.send('PATCH', `/services/${service}`, 'admin', { crewSize: 2 })
    const booked = await book('direct', 4)
    await harness.send('PATCH', `/services/${service}`, 'admin', { crewSize: 1 })
    const files = await mailed(booked.id, 'booking-confirmed')
    const events = files.flatMap((file) => file.events)
    const host = events[0]?.uid.split('@')[1] ?? ''
    const portal = await portalFile(booked.id, host)
    const widget = widgetFile(booked, host)

    expect(files.map(({ method, events: own }) => [method, own.length])).toEqual([
      ['REQUEST', 1],
      ['REQUEST', 1],
    ])
    const expected = events.map(identity).toSorted(byUid)
    expect(expected.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED'])
    expect(portal.events.map(identity).toSorted(byUid)).toEqual(expected)
    expect(widget.events.map(identity).toSorted(byUid)).toEqual(expected)
    expect(portal.names).toEqual(['version', 'prodid'])
  })

  test('say of a booking that waits for an answer that it is not sure', async () => {
    const booked = await book('request', 5)
    const { events } = await portalFile(booked.id, 'book.test')

    expect(events.map(({ status }) => status)).toEqual(['TENTATIVE'])
    expect(widgetFile(booked, 'book.test').events.map(identity)).toEqual(events.map(identity))
    expect(await mailed(booked.id, 'booking-acknowledged')).toEqual([])
  })
})

test('an offered visit is on no fieldworker’s calendar until it is confirmed', async () => {
  const { id } = await book('request', 6)
  const shown = async () => {
    const rows = await harness.sql<{ id: string }>(
      `select id from deliveries where booking_id = $1 and channel = 'calendar'`,
      [id],
    )
    for (const row of rows) await harness.deliver(row.id)
    return harness.sql(
      `select state from calendar_events where state <> 'removed' and key like any(
        select id::text || ':%' from appointments where booking_id = $1)`,
      [id],
    )
  }
  expect(await shown()).toEqual([])

  const [visit] = await harness.visitsOf(id)
  await harness.send('POST', `/appointments/${visit?.id}/accept`, 'dispatcher', {
    onBehalfOf: visit?.fieldworker_id,
  })
  expect(await harness.statusOf(id)).toBe('confirmed')
  expect(await shown()).toEqual([{ state: 'confirmed' }])
})
