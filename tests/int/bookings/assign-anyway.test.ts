import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExplainAnswer } from '../../../src/contracts/scheduling/explain.ts'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type MoveHarness, moveHarnessOf } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let words: MoveHarness
let one: string
let two: string
beforeAll(async () => {
  harness = await openHarness()
  words = moveHarnessOf(harness)
  ;[one, two] = harness.shop.people
}, 120_000)
afterAll(() => harness.stop())

const away = (day: number) =>
  harness.send('POST', '/unavailabilities', 'manager', {
    fieldworker: two,
    start: sydney(day, '08:00'),
    end: sydney(day, '18:00'),
    kind: 'leave',
  })

const busyIn = (day: number) =>
  harness.sql(
    `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
     values ($1, $2, $3, 'external', false)`,
    [two, sydney(day, '08:00'), sydney(day, '18:00')],
  )

const visitIn = async (booking: string) => (await harness.visitsOf(booking))[0]?.id ?? ''

const assign = (visit: string, body: object, as: 'dispatcher' | 'manager') =>
  harness.send('POST', `/appointments/${visit}/assign`, as, { fieldworker: two, ...body })

const overrideIn = ({ body }: { body: unknown }) =>
  (body as { errors?: { details?: { override?: unknown } }[] }).errors?.[0]?.details?.override

const anyway = { override: true, reason: 'They agreed by phone' }

test.each([
  ['an absence', 'absence', away],
  ['an entry in their calendar', 'calendar', busyIn],
] as const)(
  '%s gives way to the flag and a reason, and the history says so',
  async (_name, obstacle, block) => {
    const day = obstacle === 'absence' ? 4 : 5
    const id = await words.book({ start: sydney(day, '09:00'), fieldworker: one })
    const visit = await visitIn(id)
    await block(day)

    const plain = await assign(visit, {}, 'manager')
    const silent = await assign(visit, { override: true }, 'manager')
    const without = await assign(visit, anyway, 'dispatcher')
    const unsaid = await assign(visit, {}, 'dispatcher')

    expect([plain.code, silent.code, without.code, unsaid.code]).toEqual([
      'slot-taken',
      'invalid-input',
      'not-allowed',
      'slot-taken',
    ])
    expect(overrideIn(plain)).toEqual({ allowed: true, obstacles: [obstacle] })
    expect(overrideIn(unsaid)).toEqual({ allowed: false, obstacles: [obstacle] })
    expect((await harness.visitsOf(id))[0]?.fieldworker_id).toBe(one)

    const done = await assign(visit, anyway, 'manager')

    expect(done.code).toBeUndefined()
    expect((await harness.visitsOf(id))[0]?.fieldworker_id).toBe(two)
    const entry = (await harness.historyOf(id)).find(({ command }) => command === 'assign')
    expect(entry).toMatchObject({ actor_name: 'manager', reason: 'They agreed by phone' })
    expect(entry?.changes['overridden']).toEqual([null, [obstacle]])
  },
)

test('working hours give way too, at a new visit, a move and a booking', async () => {
  const id = await words.book({ start: sydney(6, '09:00'), fieldworker: two })
  const [line] = await harness.sql<{ id: string }>(
    'select id from booking_lines where booking_id = $1',
    [id],
  )
  const visits = [{ start: sydney(6, '20:00'), fieldworker: two }]
  const add = (body: object, as: 'dispatcher' | 'manager') =>
    harness.send('POST', `/bookings/${id}/visits`, as, { line: line?.id, visits, ...body })
  const late = { start: sydney(6, '21:30'), fieldworker: two }
  const book = (body: object) =>
    harness.book(
      {
        service: 'direct',
        customerId: harness.shop.customer,
        start: sydney(7, '20:00'),
        fieldworker: two,
        ...body,
      },
      'manager',
    )

  expect((await add({}, 'manager')).code).toBe('slot-taken')
  expect((await add(anyway, 'dispatcher')).code).toBe('not-allowed')
  expect((await add(anyway, 'manager')).code).toBeUndefined()
  const visit = (await harness.visitsOf(id))[1]?.id
  const move = (body: object) =>
    harness.send('POST', `/appointments/${visit}/reschedule`, 'manager', body)
  expect((await move(late)).code).toBe('slot-taken')
  expect((await move({ ...late, ...anyway })).code).toBeUndefined()
  expect((await book({})).code).toBe('slot-taken')
  const booked = await book(anyway)
  expect(booked.status).toBe(201)

  const overridden = (await harness.historyOf(id)).filter(({ changes }) => changes['overridden'])
  expect(overridden.map(({ command }) => command)).toEqual(['add-visit', 'reschedule'])
  const [made] = await harness.historyOf(booked.body.id)
  expect(made).toMatchObject({ command: 'book', reason: 'They agreed by phone' })
  expect(made?.changes['overridden']).toEqual([null, ['hours']])
})

test('a whole booking moves anyway, and its successor says why', async () => {
  const id = await words.book({ start: sydney(8, '09:00'), fieldworker: two })
  const to = { start: sydney(8, '21:00'), fieldworker: two }
  const move = (body: object) => harness.send('POST', `/bookings/${id}/reschedule`, 'manager', body)

  expect((await move(to)).code).toBe('slot-taken')
  const moved = await move({ ...to, ...anyway })

  expect(moved.code).toBeUndefined()
  const { id: next } = (moved.body as { booking: { id: string } }).booking
  const said = (await harness.historyOf(next)).find(({ changes }) => changes['overridden'])
  expect(said?.reason).toBe('They agreed by phone')
})

test('accepting on behalf takes the time again, and asks as well', async () => {
  const id = await words.book({ service: 'request', start: sydney(9, '09:00'), fieldworker: two })
  const visit = await visitIn(id)
  await harness.send('POST', `/appointments/${visit}/decline`, 'otherFieldworker', {
    reason: 'Away',
  })
  await away(9)
  const accept = (body: object) =>
    harness.send('POST', `/appointments/${visit}/accept`, 'manager', { onBehalfOf: two, ...body })

  expect((await accept({})).code).toBe('slot-taken')
  expect((await accept({ override: true })).code).toBe('invalid-input')
  expect((await accept(anyway)).code).toBeUndefined()
  expect((await harness.visitsOf(id))[0]).toMatchObject({
    acceptance: 'accepted',
    fieldworker_id: two,
  })
})

test('another visit never gives way, whatever the reason', async () => {
  await words.book({ start: sydney(10, '09:00'), fieldworker: two })
  const id = await words.book({ start: sydney(10, '09:30'), fieldworker: one })

  const refused = await assign(await visitIn(id), anyway, 'manager')

  expect(refused.code).toBe('slot-taken')
  expect(overrideIn(refused)).toBeUndefined()
  const overlaps = await harness.sql(
    `select 1 from occupancies a join occupancies b on a.id < b.id and a.fieldworker_id = b.fieldworker_id
     and a.exclusive and b.exclusive and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  )
  expect(overlaps).toEqual([])
})

test('a plain save and GraphQL ask the same', async () => {
  const id = await words.book({ start: sydney(11, '09:00'), fieldworker: one })
  const visit = await visitIn(id)
  await away(11)
  const patch = (command: object, as: 'dispatcher' | 'manager') =>
    harness.send('PATCH', `/appointments/${visit}`, as, {
      fieldworker: two,
      command: { name: 'assign', ...command },
    })
  const graphql = (command: string) =>
    askGraphql(
      harness.app,
      'manager',
      `mutation { updateAppointment(id: "${visit}", data: { fieldworker: "${two}", command: ${command} }) { id } }`,
    )

  expect((await patch({}, 'manager')).code).toBe('slot-taken')
  expect((await patch(anyway, 'dispatcher')).code).toBe('not-allowed')
  expect((await patch({ override: true, overrode: [] }, 'manager')).code).toBe('invalid-input')
  expect((await graphql('{ name: "assign" }')).errors).toHaveLength(1)
  expect((await harness.visitsOf(id))[0]?.fieldworker_id).toBe(one)
  const done = await graphql('{ name: "assign", override: true, reason: "By GraphQL" }')
  expect(done.errors).toBeUndefined()
  expect((await harness.visitsOf(id))[0]?.fieldworker_id).toBe(two)
})

test('the office asks "why not?" by the visit, whose own time is free; no one else may', async () => {
  const id = await words.book({ start: sydney(12, '09:00'), fieldworker: one })
  const visit = await visitIn(id)
  await away(12)
  const ask = (as: 'customer' | 'dispatcher') =>
    harness.send(
      'GET',
      `/app/slots/explain?appointment=${visit}&start=${encodeURIComponent(sydney(12, '09:00'))}`,
      as,
    )

  const asked = await ask('dispatcher')

  expect(asked.code, JSON.stringify(asked.body)).toBeUndefined()
  const { people } = asked.body as unknown as ExplainAnswer
  const of = (person: string) => people.find((found) => found.id === person)
  expect(of(one)?.possible).toBe(true)
  expect(of(two)?.causes.map(({ occupied }) => occupied?.kind)).toEqual(['unavailability'])
  expect((await ask('customer')).code).toBe('not-allowed')
})
