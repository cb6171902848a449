import { afterAll, expect, test } from 'vitest'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

const { harness, one, book, reschedule } = await openMoveHarness()
afterAll(() => harness.stop())

type Row = Record<string, unknown>

/** Columns that a successor has of its own: its time and people, its place in the chain, its history. */
const own = {
  bookings: [
    ...['id', 'number', 'status', 'source', 'version', 'created_at', 'updated_at', 'deleted_at'],
    ...['lineage', 'lineage_id', 'rescheduled_from_id', 'rescheduled_to_id'],
    ...['starts_at', 'ends_at', 'created_by_kind', 'created_by_id', 'created_by_name'],
  ],
  'booking-lines': ['id', 'booking_id', 'version', 'created_at', 'updated_at'],
  appointments: [
    ...['id', 'booking_id', 'line_id', 'start', 'end', 'busy_start', 'busy_end', 'version'],
    ...['fieldworker_id', 'method', 'acceptance', 'reserved_for_id', 'unreserved', 'status'],
    ...['progress', 'actual_start', 'actual_end', 'outcome_notes', 'replaces_id', 'replaced_by_id'],
    ...['created_at', 'updated_at'],
  ],
}
const ended = /^(cancellation|no_show|gates)_/

const tableOf = (slug: string) => slug.replaceAll('-', '_')

/** What must be the same in a booking and in the one that took its place. */
const carried = (slug: keyof typeof own, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([column]) => !own[slug].includes(column) && !ended.test(column)),
  )

/** A booking in which every field that a person can fill is filled. */
const full = async (start: string) => {
  const id = await book({ start, fieldworker: one, notes: 'Ring twice' })
  const { app, shop, sql } = harness
  const make = async (collection: string, data: object) => {
    const made = await app.payload.create({ collection, data, overrideAccess: true } as never)
    return String((made as unknown as Row)['id'])
  }
  const label = await make('labels', { name: `Fragile ${id}`, colour: '#aa3300' })
  const property = await make('properties', { customer: shop.customer, name: 'Boat shed' })
  const contact = await make('contacts', { customer: shop.customer, name: 'Ida Ives' })
  await sql(
    `update bookings set contact_id = $2, workflow_status = 'parts ordered', comms_paused_sms = true,
       notes_internal = 'Key at the neighbour’s', answers = '{"gate":"green"}' where id = $1`,
    [id, contact],
  )
  for (const [path, column, value] of [
    ['labels', 'labels_id', label],
    ['properties', 'properties_id', property],
  ]) {
    await sql(
      `insert into bookings_rels (parent_id, path, "order", ${column}) values ($1, $2, 1, $3)`,
      [id, path, value],
    )
  }
  await sql(
    `update booking_lines set description = 'Two taps', answers = '{"floor":3}' where booking_id = $1`,
    [id],
  )
  await sql(
    `insert into appointments_duties (_order, _parent_id, id, kind, label, done)
     select 1, id, id::text || '-duty', 'photo', 'Photo of the meter', false
     from appointments where booking_id = $1`,
    [id],
  )
  return id
}

const rowsOf = async (booking: string) => {
  const rows = async (slug: keyof typeof own) => {
    const column = slug === 'bookings' ? 'id' : 'booking_id'
    const found = await harness.sql(`select * from ${tableOf(slug)} where ${column} = $1`, [
      booking,
    ])
    return found.map((row) => carried(slug, row))
  }
  return {
    bookings: await rows('bookings'),
    lines: await rows('booking-lines'),
    visits: await rows('appointments'),
    relations: await harness.sql(
      `select path, "order", labels_id, properties_id from bookings_rels
       where parent_id = $1 order by path`,
      [booking],
    ),
    duties: await harness.sql(
      `select d._order, d.kind, d.label, d.done from appointments_duties d
       join appointments a on a.id = d._parent_id where a.booking_id = $1`,
      [booking],
    ),
  }
}

test('the successor of a booking keeps every field but those of its time and history', async () => {
  const id = await full(sydney(20, '09:00'))
  const before = await rowsOf(id)

  const moved = await reschedule(id, { start: sydney(21, '09:00') })

  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect(await rowsOf(String(moved.booking?.['id']))).toEqual(before)
  expect(before.duties).toHaveLength(1)
  expect(before.relations).toHaveLength(2)
})

test('bookings of a series that move together keep as much', async () => {
  const id = await full(sydney(22, '09:00'))
  const made = await harness.send('POST', '/app/series', 'dispatcher', {
    booking: id,
    rule: { unit: 'week', every: 1, count: 3 },
    keepsPeople: true,
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const series = (made.body as { series: { id: string } }).series.id
  const before = await rowsOf(id)

  const moved = await harness.send('POST', `/series/${series}/move`, 'dispatcher', {
    booking: id,
    scope: 'all',
    start: sydney(22, '13:00'),
  })

  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  const [{ to } = { to: '' }] = await harness.sql<{ to: string }>(
    'select rescheduled_to_id as to from bookings where id = $1',
    [id],
  )
  expect(await rowsOf(to)).toEqual(before)
})

test('the successor of one visit among several keeps what is to be done there', async () => {
  const id = await full(sydney(23, '09:00'))
  const [line] = await harness.sql<{ id: string }>(
    'select id from booking_lines where booking_id = $1',
    [id],
  )
  const added = await harness.send('POST', `/bookings/${id}/visits`, 'dispatcher', {
    line: line?.id,
    visits: [{ start: sydney(24, '09:00'), fieldworker: one }],
    reason: 'A second day',
  })
  expect(added.status, JSON.stringify(added.body)).toBe(201)
  const [visit] = await harness.visitsOf(id)

  const moved = await harness.send('POST', `/appointments/${visit?.id}/reschedule`, 'dispatcher', {
    start: sydney(25, '09:00'),
  })

  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  const duties = await harness.sql(
    `select label from appointments_duties d join appointments a on a.id = d._parent_id
     where a.replaces_id = $1`,
    [visit?.id],
  )
  expect(duties).toEqual([{ label: 'Photo of the meter' }])
})
