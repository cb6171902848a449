import { afterAll, expect, test } from 'vitest'
import type { SeriesPreview } from '../../../src/contracts/scheduling/series.ts'
import { localTimeOf } from '../../../src/domain/scheduling/local-time.ts'
import type { Person } from '../../support/people.ts'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

const { harness, one, other, book } = await openMoveHarness()
afterAll(() => harness.stop())

type Row = Record<string, unknown>
type Made = { series: { id: string }; bookings: { id: string; index: number; status: string }[] }

const zone = 'Australia/Sydney'
const clockOf = (at: Date | string) => localTimeOf(new Date(at).getTime(), zone).slice(11)

const preview = async (body: object, as: Person = 'dispatcher') => {
  const answer = await harness.send('POST', '/app/series/preview', as, body)
  return { ...answer, seen: answer.body as unknown as SeriesPreview }
}
const create = async (body: object, as: Person = 'dispatcher') => {
  const answer = await harness.send('POST', '/app/series', as, body)
  return { ...answer, made: answer.body as unknown as Made }
}
const startsOf = (series: string) =>
  harness.sql<{ starts_at: Date; series_index: string; status: string; id: string }>(
    `select id, starts_at, series_index, status from bookings where series_id = $1
       and status in ('pending', 'confirmed') order by starts_at`,
    [series],
  )

test('fortnightly visits of a year keep nine o’clock over both clock changes; conflicts come first', async () => {
  const id = await book({ start: sydney(7, '09:00'), fieldworker: one, notes: 'Gate code 12' })
  // By the calendar of Sydney, where it may be tomorrow already.
  const until = localTimeOf(Date.parse(sydney(371, '12:00')), zone).slice(0, 10)
  const body = { booking: id, rule: { unit: 'week', every: 2, until } }
  await book({ start: sydney(35, '08:30'), fieldworker: one })

  const { status, seen } = await preview(body)
  expect(status, JSON.stringify(seen)).toBe(200)
  expect(seen.occurrences).toHaveLength(27)
  expect(seen.occurrences.every(({ start }) => clockOf(start) === '09:00')).toBe(true)
  const conflicts = seen.occurrences.filter(({ conflict }) => conflict)
  expect(conflicts.map(({ index }) => index)).toEqual([2])
  expect(conflicts[0]?.conflict?.reason).toBe('person-busy')
  expect(conflicts[0]?.conflict?.alternatives.length).toBeGreaterThan(0)

  const blind = await create(body)
  expect([blind.status, blind.code]).toEqual([409, 'slot-taken'])
  expect((await harness.sql<Row>('select id from series')).length).toBe(0)
  expect(await harness.statusOf(id)).toBe('confirmed')

  const { status: created, made } = await create({
    ...body,
    resolutions: [{ index: 2, action: 'skip' }],
  })
  expect(created, JSON.stringify(made)).toBe(201)
  expect(made.bookings).toHaveLength(25)
  const rows = await startsOf(made.series.id)
  expect(rows).toHaveLength(26)
  expect(rows.every(({ starts_at }) => clockOf(starts_at) === '09:00')).toBe(true)
  const offsets = new Set(rows.map(({ starts_at }) => starts_at.toISOString().slice(11, 13)))
  expect(offsets).toEqual(new Set(['22', '23']))
  const copies = await harness.sql<Row>(
    `select distinct source, notes_customer, totals_total from bookings
     where series_id = $1 and series_index > 0`,
    [made.series.id],
  )
  expect(copies).toEqual([
    { source: 'recurrence', notes_customer: 'Gate code 12', totals_total: '11000' },
  ])
  const people = await harness.sql<Row>(
    `select distinct a.fieldworker_id, a.acceptance from appointments a
     join bookings b on b.id = a.booking_id where b.series_id = $1`,
    [made.series.id],
  )
  expect(people).toEqual([{ fieldworker_id: one, acceptance: 'not_required' }])
  const told = await harness.sql<Row>(
    `select event, recipient_kind, count(*)::int as n from deliveries d
     join bookings b on b.id = d.booking_id where b.series_id = $1 and b.id <> $2
       and channel <> 'calendar' group by 1, 2`,
    [made.series.id, id],
  )
  expect(told).toEqual([{ event: 'series-visits', recipient_kind: 'fieldworker', n: 1 }])
  const toCustomer = (await harness.messagesOf(id)).filter((word) => word.includes('series'))
  expect(toCustomer).toEqual(['email:series-booked:customer'])

  const [, second] = rows
  const before = await startsOf(made.series.id)
  const moved = await harness.send('POST', `/bookings/${second?.id}/reschedule`, 'dispatcher', {
    start: sydney(21, '14:00'),
  })
  expect(moved.status).toBe(200)
  const after = await startsOf(made.series.id)
  expect(after.filter(({ starts_at }) => clockOf(starts_at) === '14:00')).toHaveLength(1)
  expect(after.length).toBe(before.length)
}, 60_000)

test('a conflict is solved by another time, by someone else or by leaving it unassigned', async () => {
  const id = await book({ start: sydney(8, '11:00'), fieldworker: one })
  for (const day of [9, 10, 11]) await book({ start: sydney(day, '11:00'), fieldworker: one })
  const rule = { unit: 'day', every: 1, count: 4 }
  const { seen } = await preview({ booking: id, rule })
  expect(seen.occurrences.map(({ conflict }) => conflict?.reason ?? null)).toEqual([
    null,
    'person-busy',
    'person-busy',
    'person-busy',
  ])

  const { status, made } = await create({
    booking: id,
    rule,
    resolutions: [
      { index: 1, action: 'move', start: sydney(9, '13:00') },
      { index: 2, action: 'anyone' },
      { index: 3, action: 'unassigned' },
    ],
  })

  expect(status, JSON.stringify(made)).toBe(201)
  const visits = await harness.sql<Row>(
    `select a.start, a.fieldworker_id, a.acceptance from appointments a
     join bookings b on b.id = a.booking_id where b.series_id = $1 order by a.start`,
    [made.series.id],
  )
  expect(visits.map(({ fieldworker_id, acceptance }) => [fieldworker_id, acceptance])).toEqual([
    [one, 'not_required'],
    [one, 'not_required'],
    [other, 'not_required'],
    [null, 'unassigned'],
  ])
  expect(clockOf(visits[1]?.['start'] as Date)).toBe('13:00')
})

test('this, the following or all occurrences move, all or none', async () => {
  const id = await book({ start: sydney(12, '15:00'), fieldworker: one })
  const { made } = await create({ booking: id, rule: { unit: 'day', every: 1, count: 5 } })
  const series = made.series.id
  const rows = await startsOf(series)
  const move = (body: object, as: Person = 'dispatcher') =>
    harness.send('POST', `/series/${series}/move`, as, body)
  const clocks = async () => (await startsOf(series)).map(({ starts_at }) => clockOf(starts_at))

  const only = { booking: rows[1]?.id, scope: 'this', start: sydney(13, '16:00') }
  expect((await move(only)).status).toBe(200)
  expect(await clocks()).toEqual(['15:00', '16:00', '15:00', '15:00', '15:00'])

  // A day later: each takes the place of the next without standing in its own way.
  const later = { booking: rows[2]?.id, scope: 'following', start: sydney(15, '15:00') }
  const followed = await move(later)
  expect(followed.status, JSON.stringify(followed.body)).toBe(200)
  const days = (await startsOf(series)).map(({ starts_at }) => starts_at.toISOString())
  expect(days.slice(2)).toEqual([15, 16, 17].map((day) => sydney(day, '15:00')))

  const [first] = await startsOf(series)
  await book({ start: sydney(16, '07:00'), fieldworker: one })
  await book({ start: sydney(16, '07:00'), fieldworker: other })
  const blocked = await move({ booking: first?.id, scope: 'all', start: sydney(12, '07:00') })
  expect([blocked.code, blocked.status]).toEqual(['slot-taken', 409])
  expect((await startsOf(series)).map(({ starts_at }) => starts_at.toISOString())).toEqual(days)
  const foreign = await move(
    { booking: first?.id, scope: 'all', start: sydney(12, '08:00') },
    'customer',
  )
  expect(foreign.code).toBe('not-allowed')

  const all = await move({ booking: first?.id, scope: 'all', start: sydney(12, '17:00') })
  expect(all.status, JSON.stringify(all.body)).toBe(200)
  expect(await clocks()).toEqual(['17:00', '18:00', '17:00', '17:00', '17:00'])
  const told = await harness.sql<Row>(
    `select count(*)::int as n from deliveries d join bookings b on b.id = d.booking_id
     where b.series_id = $1 and d.event = 'booking-retimed' and d.state <> 'cancelled'`,
    [series],
  )
  // One for the single move, whose booking has moved on since.
  expect(told).toEqual([{ n: 0 }])
}, 60_000)

test('a series ends once, and its future visits are kept or cancelled', async () => {
  const id = await book({ start: sydney(20, '10:00'), fieldworker: other })
  const { made } = await create({ booking: id, rule: { unit: 'week', every: 1, count: 4 } })
  const end = (body: object, as: Person = 'dispatcher') =>
    harness.send('POST', `/series/${made.series.id}/end`, as, body)
  const rows = await startsOf(made.series.id)

  expect((await end({ future: 'cancel' }, 'fieldworker')).status).toBeGreaterThanOrEqual(403)
  const ended = await end({ future: 'cancel', from: rows[2]?.id, reason: 'Moving away' })

  expect(ended.status, JSON.stringify(ended.body)).toBe(200)
  expect(ended.body['cancelled']).toHaveLength(2)
  expect(await startsOf(made.series.id)).toHaveLength(2)
  expect((await end({ future: 'keep' })).code).toBe('transition-refused')
  const told = await harness.sql<Row>(
    `select event, count(*)::int as n from deliveries d join bookings b on b.id = d.booking_id
     where b.series_id = $1 and recipient_kind = 'customer' and event like '%e%d'
       and event in ('series-ended', 'booking-cancelled') group by 1`,
    [made.series.id],
  )
  expect(told).toEqual([{ event: 'series-ended', n: 1 }])
})

test('one approval is for all occurrences', async () => {
  const id = await book({ service: 'approval', start: sydney(22, '10:00'), fieldworker: one })
  const { made, status } = await create({
    booking: id,
    rule: { unit: 'day', every: 2, count: 3 },
  })
  expect(status, JSON.stringify(made)).toBe(201)
  expect(made.bookings.map((one) => one.status)).toEqual(['pending', 'pending'])

  await harness.send('POST', `/bookings/${made.bookings[0]?.id}/approve`, 'manager')

  const states = (await startsOf(made.series.id)).map((row) => row.status)
  expect(states).toEqual(['confirmed', 'confirmed', 'confirmed'])
  const told = await harness.sql<Row>(
    `select count(*)::int as n from deliveries d join bookings b on b.id = d.booking_id
     where b.series_id = $1 and event = 'booking-confirmed'`,
    [made.series.id],
  )
  expect(told).toEqual([{ n: 1 }])
})

test('customers repeat their own bookings where the portal allows it, at times that are offered', async () => {
  const id = await book({ start: sydney(27, '10:00'), fieldworker: one })
  const body = { booking: id, rule: { unit: 'week', every: 1, count: 3 } }
  expect((await create(body, 'customer')).code).toBe('feature-off')
  expect((await preview(body, 'fieldworker')).code).toBe('not-allowed')
  await harness.app.payload.updateGlobal({
    slug: 'portal-settings',
    data: { customersMayRepeat: true },
    overrideAccess: true,
  })
  expect((await create(body, 'otherCustomer')).code).toBe('not-found')
  const far = { ...body, rule: { unit: 'week', every: 4, count: 6 } }
  expect((await create(far, 'customer')).code).toBe('outside-booking-window')
  const { status, made } = await create(body, 'customer')
  expect(status, JSON.stringify(made)).toBe(201)
  expect((await create(body)).code).toBe('transition-refused')
})

test.each([
  ['no end', { unit: 'day', every: 1 }],
  ['two ends', { unit: 'day', every: 1, count: 3, until: '2030-01-01' }],
  ['a hundred', { unit: 'day', every: 1, count: 100 }],
  ['no rhythm', { unit: 'day', every: 0, count: 3 }],
  ['no such date', { dates: ['2027-02-30'] }],
])('a rule with %s is refused', async (_name, rule) => {
  const id = '00000000-0000-4000-8000-000000000000'
  expect((await create({ booking: id, rule })).code).toBe('invalid-input')
})
