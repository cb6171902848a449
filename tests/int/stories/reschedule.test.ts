import { afterAll, expect, test } from 'vitest'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

const { harness, one, other, book, reschedule } = await openMoveHarness()
afterAll(() => harness.stop())

type Row = Record<string, unknown>
const bookingOf = async (id: string) =>
  (await harness.sql<Row>('select * from bookings where id = $1', [id]))[0] ?? {}

test('a confirmed booking moves to another day and person: a linked successor takes its place', async () => {
  const id = await book({ start: sydney(6, '09:00'), fieldworker: one, notes: 'Dog bites' })
  const [label] = await harness.sql<{ id: string }>(
    `insert into labels (name, colour) values ('VIP', '#ff0000') returning id`,
  )
  await harness.send('PATCH', `/bookings/${id}`, 'dispatcher', { labels: [label?.id] })
  await harness.sql(
    `insert into comments (booking_id, body, visibility) values ($1, 'Bring a ladder', 'office')`,
    [id],
  )
  const [before] = await harness.visitsOf(id)

  const { status, booking } = await reschedule(id, {
    start: sydney(7, '11:00'),
    fieldworker: other,
    reason: 'The customer is away',
  })

  expect(status).toBe(200)
  const next = String(booking?.['id'])
  const [old, fresh] = [await bookingOf(id), await bookingOf(next)]
  expect(old).toMatchObject({ status: 'rescheduled', rescheduled_to_id: next })
  expect(fresh).toMatchObject({
    status: 'confirmed',
    source: 'reschedule',
    lineage_id: id,
    rescheduled_from_id: id,
    notes_customer: 'Dog bites',
    customer_id: old['customer_id'],
    totals_total: old['totals_total'],
    gates_approval: old['gates_approval'],
  })
  expect(fresh['number']).not.toBe(old['number'])
  expect(new Date(String(fresh['starts_at'])).toISOString()).toBe(sydney(7, '11:00'))
  const [moved] = await harness.visitsOf(next)
  expect(moved).toMatchObject({
    status: 'confirmed',
    acceptance: 'not_required',
    fieldworker_id: other,
    replaces_id: before?.id,
  })
  expect((await harness.visitsOf(id))[0]).toMatchObject({
    status: 'rescheduled',
    fieldworker_id: one,
    replaced_by_id: moved?.id,
  })
  const holds = await harness.sql<Row>(
    'select fieldworker_id from occupancies where appointment_id = any($1)',
    [[before?.id, moved?.id]],
  )
  expect(holds).toEqual([{ fieldworker_id: other }])
  const talk = await harness.sql<Row>('select booking_id from comments')
  expect(talk).toEqual([{ booking_id: next }])
  const labels = await harness.sql<Row>(
    `select labels_id from bookings_rels where parent_id = $1 and labels_id is not null`,
    [next],
  )
  expect(labels).toEqual([{ labels_id: label?.id }])
})

test('everyone is notified once, and unsent messages about the old time are dropped', async () => {
  const id = await book({ start: sydney(8, '09:00'), fieldworker: one })
  const { booking } = await reschedule(id, { start: sydney(9, '09:00'), fieldworker: other })
  const next = String(booking?.['id'])

  const told = await harness.messagesOf(next)
  expect(told.filter((word) => word.endsWith(':customer'))).toEqual([
    'email:booking-retimed:customer',
  ])
  expect(told.filter((word) => word.endsWith(':fieldworker'))).toEqual([
    'email:visit-assigned:fieldworker',
  ])
  const waiting = await harness.sql<Row>(
    `select event, channel from deliveries where booking_id = $1 and state in ('pending', 'failed')
       and channel <> 'calendar'`,
    [id],
  )
  expect(waiting).toEqual([{ event: 'offer-withdrawn', channel: 'email' }])
  const calendars = await harness.sql<Row>(
    `select distinct payload->>'recipient' as who, booking_id from deliveries
     where channel = 'calendar' and booking_id = any($1) order by 2, 1`,
    [[id, next]],
  )
  expect(calendars).toEqual(
    expect.arrayContaining([
      { who: one, booking_id: id },
      { who: other, booking_id: next },
    ]),
  )
})

test('the history of both records who moved it and why', async () => {
  const id = await book({ start: sydney(8, '13:00'), fieldworker: one })
  const { booking } = await reschedule(id, { start: sydney(9, '13:00'), reason: 'Rain' })

  for (const one of [id, String(booking?.['id'])]) {
    const entries = (await harness.historyOf(one)).filter(
      ({ command, subject_type }) => command === 'reschedule' && subject_type === 'bookings',
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ actor_kind: 'staff', reason: 'Rain' })
  }
})

test('its own time does not stand in its way, and the same person keeps it', async () => {
  const id = await book({ start: sydney(10, '09:00'), fieldworker: one })

  const { status, booking } = await reschedule(id, { start: sydney(10, '09:30') })

  expect(status).toBe(200)
  expect((await harness.visitsOf(String(booking?.['id'])))[0]?.fieldworker_id).toBe(one)
})

test('a time that is taken is refused with the next free ones, and nothing has changed', async () => {
  const id = await book({ start: sydney(11, '09:00'), fieldworker: one })
  await book({ start: sydney(11, '14:00'), fieldworker: one })

  const { status, body } = await reschedule(id, { start: sydney(11, '14:30'), fieldworker: one })

  expect(status).toBe(409)
  const [refusal] = (body as { errors: { code: string; details: { alternatives: Row[] } }[] })
    .errors
  expect(refusal?.code).toBe('slot-taken')
  expect(refusal?.details.alternatives).toHaveLength(3)
  expect(await harness.statusOf(id)).toBe('confirmed')
  const [held] = await harness.sql<Row>(
    `select count(*)::int as n from occupancies o join appointments a on a.id = o.appointment_id
     where a.booking_id = $1`,
    [id],
  )
  expect(held).toEqual({ n: 1 })
})

test('a rescheduled booking is final, and only the last of a chain is active', async () => {
  const first = await book({ start: sydney(12, '09:00'), fieldworker: one })
  const second = String((await reschedule(first, { start: sydney(12, '11:00') })).booking?.['id'])
  const third = String((await reschedule(second, { start: sydney(12, '13:00') })).booking?.['id'])

  const again = await reschedule(first, { start: sydney(12, '15:00') })
  const cancelled = await harness.send('POST', `/bookings/${first}/cancel`, 'dispatcher', {
    reason: 'x',
  })

  expect([again.code, cancelled.code]).toEqual(['transition-refused', 'transition-refused'])
  const chain = await harness.sql<Row>(
    'select id, status from bookings where id = $1 or lineage_id = $1 order by created_at',
    [first],
  )
  expect(chain).toEqual([
    { id: first, status: 'rescheduled' },
    { id: second, status: 'rescheduled' },
    { id: third, status: 'confirmed' },
  ])
})

test('with the method request the person is asked again and the booking stays confirmed', async () => {
  const id = await book({ service: 'request', start: sydney(13, '09:00'), fieldworker: one })
  const [visit] = await harness.visitsOf(id)
  await harness.send('POST', `/appointments/${visit?.id}/accept`, 'fieldworker')
  expect(await harness.statusOf(id)).toBe('confirmed')

  const { booking } = await reschedule(id, { start: sydney(13, '12:00') })

  const next = String(booking?.['id'])
  expect(await harness.statusOf(next)).toBe('confirmed')
  const [moved] = await harness.visitsOf(next)
  expect(moved).toMatchObject({ acceptance: 'pending', fieldworker_id: one })
  const offers = await harness.sql<Row>(
    'select state, previous_id from assignment_offers where appointment_id = $1',
    [moved?.id],
  )
  expect(offers).toHaveLength(1)
  expect(offers[0]?.['state']).toBe('pending')
  expect(offers[0]?.['previous_id']).not.toBeNull()
})

test('the same request again gets the same answer; a stale version is refused', async () => {
  const id = await book({ start: sydney(14, '09:00'), fieldworker: one })
  const body = { start: sydney(14, '10:00'), version: 1 }
  const ask = () =>
    harness.app.request<{ booking: { id: string } }>('POST', `/bookings/${id}/reschedule`, {
      as: 'dispatcher',
      body,
      headers: { 'idempotency-key': 'move-once-please' },
    })

  const [first, second] = [await ask(), await ask()]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body.booking.id).toBe(first.body.booking.id)

  const stale = await reschedule(first.body.booking.id, { start: sydney(14, '12:00'), version: 99 })
  expect(stale.code).toBe('stale-version')
})

test('two who move one booking at once: one wins', async () => {
  const id = await book({ start: sydney(15, '09:00'), fieldworker: one })
  const answers = await Promise.all(
    ['10:00', '11:00', '12:00', '13:00'].map((time) => reschedule(id, { start: sydney(15, time) })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const [count] = await harness.sql<Row>(
    'select count(*)::int as n from bookings where rescheduled_from_id = $1',
    [id],
  )
  expect(count).toEqual({ n: 1 })
})
