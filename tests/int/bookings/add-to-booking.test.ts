import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type LineHarness, lineHarnessOf } from '../../support/line-harness.ts'
import { type MoveHarness, moveHarnessOf } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let words: MoveHarness
let linesOf: LineHarness['linesOf']
let add: LineHarness['add']
let lineIn: LineHarness['lineIn']
let totalOf: LineHarness['totalOf']
let one: string
let two: string
beforeAll(async () => {
  harness = await openHarness()
  words = moveHarnessOf(harness)
  ;({ linesOf, add, lineIn, totalOf } = lineHarnessOf(harness))
  ;[one, two] = harness.shop.people
}, 120_000)
afterAll(() => harness.stop())

test('a service is added at the price of the catalogue, with its visit, and everyone hears once', async () => {
  const id = await words.book({ start: sydney(4, '09:00'), fieldworker: one })
  const before = await harness.messagesOf(id)

  const added = await add(id, 'lines', {
    service: 'direct',
    visits: [{ start: sydney(4, '11:00'), fieldworker: two }],
    reason: 'The tap drips too',
  })

  expect(added.status, JSON.stringify(added.body)).toBe(201)
  expect(await totalOf(id)).toBe(22_000)
  const [first, second] = await harness.visitsOf(id)
  expect([first?.fieldworker_id, second?.fieldworker_id]).toEqual([one, two])
  expect(second?.status).toBe('confirmed')
  const told = (await harness.messagesOf(id)).slice(before.length)
  expect(told.filter((word) => word === 'email:booking-changed:customer')).toHaveLength(1)
  expect(told.filter((word) => word === 'email:visit-assigned:fieldworker')).toHaveLength(1)
  const history = await harness.historyOf(id)
  expect(
    history.filter((event) => event.reason === 'The tap drips too' && event.actor_kind === 'staff'),
  ).toMatchObject([
    { command: 'add-line', actor_name: 'dispatcher', subject_type: 'booking-lines' },
    { command: 'add-visit', actor_name: 'dispatcher', subject_type: 'appointments' },
  ])
})

test('a follow-up and a crew are visits of the same line; the booking ends with the last', async () => {
  const id = await words.book({ start: sydney(6, '09:00'), fieldworker: one })
  const line = await lineIn(id)

  const crew = await add(id, 'visits', {
    line,
    visits: [{ start: sydney(6, '09:00'), fieldworker: two }],
  })
  const later = await add(id, 'visits', {
    line,
    visits: [{ start: sydney(8, '14:00'), fieldworker: 'any' }],
  })

  expect([crew.status, later.status]).toEqual([201, 201])
  const visits = await harness.visitsOf(id)
  expect(visits).toHaveLength(3)
  expect(new Set(visits.slice(0, 2).map(({ fieldworker_id }) => fieldworker_id))).toEqual(
    new Set([one, two]),
  )
  expect(visits[2]?.fieldworker_id).not.toBeNull()
  const [row] = await harness.sql<{ ends_at: Date }>('select ends_at from bookings where id = $1', [
    id,
  ])
  expect(row?.ends_at.toISOString()).toBe(sydney(8, '15:00'))
  expect(await totalOf(id)).toBe(11_000)
})

test('a visit added without a person still holds someone, and no one twice', async () => {
  const id = await words.book({ start: sydney(9, '09:00'), fieldworker: one })
  const line = await lineIn(id)
  const start = sydney(9, '09:00')

  const open = await add(id, 'visits', { line, visits: [{ start, fieldworker: null }] })
  const full = await add(id, 'visits', { line, visits: [{ start, fieldworker: null }] })
  const named = await add(id, 'visits', { line, visits: [{ start, fieldworker: one }] })

  expect(open.status).toBe(201)
  const [held] = await harness.sql<{ kind: string; fieldworker_id: string }>(
    `select o.kind, o.fieldworker_id from occupancies o join appointments a on a.id = o.appointment_id
     where a.booking_id = $1 and o.kind = 'reservation'`,
    [id],
  )
  expect(held).toEqual({ kind: 'reservation', fieldworker_id: two })
  expect([full.code, named.code]).toEqual(['slot-taken', 'slot-taken'])
  const [refusal] = (full.body as { errors: { details: { alternatives: unknown[] } }[] }).errors
  expect(refusal?.details.alternatives).toHaveLength(3)
  expect(await harness.visitsOf(id)).toHaveLength(2)
})

test('the same key adds once, and an older version adds nothing', async () => {
  const id = await words.book({ start: sydney(10, '09:00'), fieldworker: one })
  const line = await lineIn(id)
  const body = { line, visits: [{ start: sydney(10, '13:00'), fieldworker: 'any' }] }
  const keyed = () =>
    harness.app.request<{ appointments: { id: string }[] }>('POST', `/bookings/${id}/visits`, {
      as: 'dispatcher',
      body,
      headers: { 'idempotency-key': 'add-visit-once' },
    } as never)

  const [first, again] = [await keyed(), await keyed()]
  const stale = await add(id, 'visits', { ...body, version: 99 })

  expect(again.body.appointments[0]?.id).toBe(first.body.appointments[0]?.id)
  expect(stale.code).toBe('stale-version')
  expect(await harness.visitsOf(id)).toHaveLength(2)
})

test('an added visit that someone must accept asks them, and leaves a confirmed booking confirmed', async () => {
  const id = await words.book({ start: sydney(11, '09:00'), fieldworker: one })
  const line = await lineIn(id)

  await add(id, 'visits', {
    line,
    visits: [{ start: sydney(11, '12:00'), fieldworker: two }],
    method: 'request',
  })

  expect((await harness.visitsOf(id)).map(({ acceptance }) => acceptance)).toEqual([
    'not_required',
    'pending',
  ])
  expect(await harness.statusOf(id)).toBe('confirmed')
  expect(await harness.messagesOf(id)).toContain('email:visit-offered:fieldworker')
})

test('a closed booking takes neither services nor visits, by no door', async () => {
  const id = await words.book({ start: sydney(12, '09:00'), fieldworker: one })
  const line = await lineIn(id)
  await harness.send('POST', `/bookings/${id}/cancel`, 'dispatcher', { reason: 'Not needed' })
  const start = sydney(12, '12:00')

  const answers = [
    await add(id, 'lines', { service: 'direct', visits: [{ start, fieldworker: 'any' }] }),
    await add(id, 'visits', { line, visits: [{ start, fieldworker: 'any' }] }),
    await harness.send('POST', '/appointments', 'dispatcher', { booking: id, line, start }),
    await harness.send('POST', '/booking-lines', 'dispatcher', {
      booking: id,
      service: harness.shop.services.direct.id,
    }),
  ]

  expect(answers.map(({ code }) => code)).toEqual(
    Array.from({ length: 4 }, () => 'transition-refused'),
  )
  expect(await harness.visitsOf(id)).toHaveLength(1)
})

test('fieldworkers, customers and strangers add nothing', async () => {
  const id = await words.book({ start: sydney(13, '09:00'), fieldworker: one })
  const line = await lineIn(id)
  const visits = [{ start: sydney(13, '12:00'), fieldworker: 'any' }]

  for (const who of [
    'fieldworker',
    'otherFieldworker',
    'customer',
    'anonymous',
    'apiKey',
  ] as const) {
    const visit = await harness.send('POST', `/bookings/${id}/visits`, who, { line, visits })
    const service = await harness.send('POST', `/bookings/${id}/lines`, who, {
      service: 'direct',
      visits,
    })
    expect(
      [visit.status, service.status].every((status) => status >= 401),
      who,
    ).toBe(true)
  }
  const priced = await add(id, 'lines', { service: 'direct', unitAmount: 1 })
  const unheld = await add(id, 'visits', {
    line,
    visits: [{ start: sydney(13, '12:00'), unreserved: true }],
  })
  const elsewhere = await words.book({ start: sydney(13, '15:00'), fieldworker: one })
  const stolen = await add(elsewhere, 'visits', { line, visits })

  expect([priced.code, unheld.code, stolen.code]).toEqual([
    'not-allowed',
    'not-allowed',
    'invalid-input',
  ])
  expect(await harness.visitsOf(id)).toHaveLength(1)
})

test('a visit that has not begun is cancelled with a reason; the last goes with its booking', async () => {
  const id = await words.book({ start: sydney(14, '09:00'), fieldworker: one })
  const line = await lineIn(id)
  await add(id, 'visits', { line, visits: [{ start: sydney(14, '13:00'), fieldworker: two }] })
  const [first, second] = await harness.visitsOf(id)

  const silent = await harness.send('POST', `/appointments/${second?.id}/cancel`, 'dispatcher', {})
  const gone = await harness.send('POST', `/appointments/${second?.id}/cancel`, 'dispatcher', {
    reason: 'Done in one go',
  })
  const last = await harness.send('POST', `/appointments/${first?.id}/cancel`, 'dispatcher', {
    reason: 'Also gone',
  })

  expect([silent.code, gone.code, last.code]).toEqual([
    'invalid-input',
    undefined,
    'transition-refused',
  ])
  const held = await harness.sql('select 1 from occupancies where appointment_id = $1', [
    second?.id,
  ])
  expect(held).toEqual([])
  expect(
    (await harness.historyOf(id)).some(
      ({ command, reason }) => command === 'cancel' && reason === 'Done in one go',
    ),
  ).toBe(true)
  expect(await harness.statusOf(id)).toBe('confirmed')
})

test('a service is taken off with its visits and costs nothing any more', async () => {
  const id = await words.book({ start: sydney(15, '09:00'), fieldworker: one })
  await add(id, 'lines', {
    service: 'direct',
    visits: [{ start: sydney(15, '12:00'), fieldworker: two }],
  })
  const [kept, extra] = await linesOf(id)
  const remove = (line: string | undefined) =>
    harness.send('POST', `/bookings/${id}/lines/${line}/remove`, 'dispatcher', {
      reason: 'Changed their mind',
    })

  const early = await harness.send('PATCH', `/booking-lines/${extra?.id}`, 'dispatcher', {
    quantity: 0,
  })
  const removed = await remove(extra?.id)
  const only = await remove(kept?.id)

  expect([early.code, removed.code, only.code]).toEqual([
    'transition-refused',
    undefined,
    'transition-refused',
  ])
  expect(await totalOf(id)).toBe(11_000)
  expect((await harness.visitsOf(id)).map(({ status }) => status)).toEqual([
    'confirmed',
    'cancelled',
  ])
  const again = await add(id, 'visits', {
    line: extra?.id,
    visits: [{ start: sydney(15, '16:00'), fieldworker: 'any' }],
  })
  expect(again.code).toBe('transition-refused')
})
