import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import {
  type RouteHarness,
  routeHarnessOf,
  routesPath as path,
} from '../../support/route-harness.ts'

let harness: Harness
let ann: string
let bob: string
let visitAt: RouteHarness['visitAt']
let dateOf: RouteHarness['dateOf']
let read: RouteHarness['read']
let ask: RouteHarness['ask']
let propose: RouteHarness['propose']
let apply: RouteHarness['apply']
let holderOf: RouteHarness['holderOf']
const [north, south] = [-33.7, -34.0]

beforeAll(async () => {
  harness = await openHarness()
  ;[ann, bob] = harness.shop.people
  ;({ visitAt, dateOf, read, ask, propose, apply, holderOf } = routeHarnessOf(harness))
}, 120_000)
afterAll(() => harness.stop())

/** Two people who cross the town for each other's noon. */
const crossing = async (day: number) => ({
  annEarly: await visitAt(north, { day, time: '09:00', fieldworker: ann }),
  annLate: await visitAt(south, { day, time: '12:00', fieldworker: ann }),
  bobEarly: await visitAt(south, { day, time: '09:00', fieldworker: bob }),
  bobLate: await visitAt(north, { day, time: '12:00', fieldworker: bob }),
})

test('visits that keep their promised starts are exchanged to save travel, all in one change', async () => {
  const visits = await crossing(10)
  const proposal = await propose(10)

  expect(proposal.state).toBe('ready')
  expect(proposal.progress).toBe(1)
  expect(proposal.before.travelMinutes).toBeGreaterThan(100)
  expect(proposal.after.travelMinutes).toBe(0)
  expect(proposal.changes).toBe(2)
  const stops = proposal.routes.flatMap((route) => route.stops)
  expect(stops.every((stop) => stop.start === stop.was.start && !stop.isRetimed)).toBe(true)

  const answer = await apply(proposal.id)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const holders = await Promise.all(Object.values(visits).map(holderOf))
  expect(new Set([holders[0]?.who, holders[3]?.who]).size).toBe(1)
  expect(new Set([holders[1]?.who, holders[2]?.who]).size).toBe(1)
  const [event] = await harness.sql<{ reason: string; actor_name: string }>(
    `select reason, actor_name from audit_events where reason = 'Route optimisation' limit 1`,
  )
  expect(event).toEqual({ reason: 'Route optimisation', actor_name: 'dispatcher' })
  expect((await read(proposal.id)).state).toBe('applied')
  expect((await apply(proposal.id)).code).toBe('transition-refused')
})

test('a plan is refused as a whole when one of its visits changed hands', async () => {
  const visits = await crossing(11)
  const proposal = await propose(11)
  const late = await visitAt(north, { day: 11, time: '15:00', fieldworker: bob })
  await harness.send('POST', `/appointments/${visits.annLate}/assign`, 'dispatcher', {
    fieldworker: null,
  })

  const { status, code, body } = await apply(proposal.id)

  expect([status, code]).toEqual([409, 'stale-plan'])
  const [error] = (body as { errors: { details: { changed: { id: string; what: string }[] } }[] })
    .errors
  expect(error?.details.changed).toEqual([
    expect.objectContaining({ id: visits.annLate, what: 'It is unassigned now.' }),
  ])
  expect((await holderOf(visits.bobLate))?.who).toBe(bob)
  expect((await holderOf(late))?.who).toBe(bob)
})

test('a plan is undone to the last visit when someone is absent by now', async () => {
  const visits = await crossing(12)
  const proposal = await propose(12)
  const changed = proposal.routes.flatMap((route) =>
    route.stops.filter((stop) => stop.isReassigned).map((stop) => ({ person: route.id, stop })),
  )
  const last = changed.at(-1)
  await harness.app.payload.create({
    collection: 'unavailabilities',
    data: {
      fieldworker: last?.person ?? '',
      start: last?.stop.start ?? '',
      end: last?.stop.end ?? '',
      kind: 'sick',
    } as never,
    overrideAccess: true,
    context: { channel: 'seed' },
  })

  const { code, body } = await apply(proposal.id)

  expect(code, JSON.stringify(body)).toBe('stale-plan')
  const holders = await Promise.all(Object.values(visits).map(holderOf))
  expect(holders.map((one) => one?.who)).toEqual([ann, ann, bob, bob])
  const [time] = await harness.sql<{ n: string }>(
    'select count(*) as n from occupancies where appointment_id = any($1)',
    [Object.values(visits)],
  )
  expect(Number(time?.n)).toBe(4)
})

test('visits keep the times their customers chose unless the plan may move them', async () => {
  const promised = await visitAt(north, { day: 13, time: '09:00', fieldworker: ann })
  const far = await visitAt(south, {
    day: 13,
    time: '10:00',
    fieldworker: ann,
    service: 'request',
  })
  const near = await visitAt(north, {
    day: 13,
    time: '11:00',
    fieldworker: ann,
    service: 'request',
  })
  await harness.app.payload.update({
    collection: 'fieldworkers',
    id: ann,
    data: { home: { lat: north, lng: 151.2 } },
    overrideAccess: true,
    context: { channel: 'seed' },
  })

  const still = await propose(13, { fieldworkers: [ann] })
  expect(still.routes.flatMap(({ stops }) => stops.filter((stop) => stop.isRetimed))).toEqual([])
  expect(still.told.customers).toEqual([])

  const proposal = await propose(13, { fieldworkers: [ann], moveTimes: true })
  expect(proposal.told.customers.length).toBeGreaterThan(0)

  const [route] = proposal.routes
  expect(proposal.routes.map(({ id }) => id)).toEqual([ann])
  expect(new Set(route?.stops.map((stop) => stop.id))).toEqual(new Set([promised, far, near]))
  expect(proposal.after.travelMinutes).toBeLessThanOrEqual(proposal.before.travelMinutes)

  const answer = await apply(proposal.id)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  for (const stop of route?.stops ?? []) {
    if (stop.status === 'confirmed') continue
    const now = await holderOf(stop.id)
    expect([now?.who, now?.start.toISOString()]).toEqual([ann, stop.start])
  }
})

/** Somebody kept these times while typing, and their ten minutes are over; answers how many. */
const expiredHolds = async (person: string, spans: { start: string; end: string }[]) => {
  let held = 0
  for (const { start, end } of spans) {
    const rows = await harness.sql(
      `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, expires_at)
       select $1, $2::timestamptz, $3::timestamptz, 'hold', true, now() - interval '1 second'
       where not exists (select from occupancies where fieldworker_id = $1
         and starts_at < $3::timestamptz and ends_at > $2::timestamptz) returning id`,
      [person, start, end],
    )
    held += rows.length
  }
  return held
}

test('confirmed visits get successors at new times where the proposal may move them, past expired holds', async () => {
  const options = { day: 17, fieldworker: bob }
  const first = await visitAt(north, { ...options, time: '09:00' })
  const second = await visitAt(south, { ...options, time: '12:00' })
  const third = await visitAt(north, { ...options, time: '15:00' })

  const proposal = await propose(17, { fieldworkers: [bob], moveTimes: true })
  expect(proposal.after.travelMinutes).toBeLessThan(proposal.before.travelMinutes)
  const stops = proposal.routes.flatMap((route) => route.stops)
  const moved = stops.filter((stop) => stop.isRetimed).map((stop) => stop.id)
  expect(moved.length).toBeGreaterThan(0)
  const held = await expiredHolds(
    bob,
    stops.filter((stop) => stop.isRetimed),
  )
  expect(held).toBeGreaterThan(0)
  const answer = await apply(proposal.id)

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const rows = await harness.sql<{ id: string; status: string; to: string }>(
    `select v.id, v.status, n.start as to from appointments v
     left join appointments n on n.id = v.replaced_by_id where v.id = any($1)`,
    [[first, second, third]],
  )
  for (const row of rows) {
    expect(row.status).toBe(moved.includes(row.id) ? 'rescheduled' : 'confirmed')
    const stop = stops.find(({ id }) => id === row.id)
    if (moved.includes(row.id)) expect(new Date(row.to).toISOString()).toBe(stop?.start)
  }
})

test('asking or applying twice under one key happens once', async () => {
  await crossing(18)
  const once = (key: string) => ({ as: 'dispatcher' as const, headers: { 'idempotency-key': key } })
  const body = { date: dateOf(18), seconds: 0.3 }
  const asked = await harness.app.request<{ id: string }>('POST', path, {
    ...once('routes-asked-1'),
    body,
  })
  const again = await harness.app.request<{ id: string }>('POST', path, {
    ...once('routes-asked-1'),
    body,
  })
  expect([asked.status, again.status, again.body.id]).toEqual([202, 202, asked.body.id])
  while ((await read(asked.body.id)).state === 'searching') await pause(50)

  const door = `${path}/${asked.body.id}/apply`
  const applied = await harness.app.request('POST', door, once('routes-apply-1'))
  const replayed = await harness.app.request('POST', door, once('routes-apply-1'))
  expect([applied.status, replayed.status]).toEqual([200, 200])
  expect(replayed.body).toEqual(applied.body)
})

test('a search ends when it is dropped, and what was dropped cannot be applied', async () => {
  const visits = await crossing(14)
  const id = await ask(14, { seconds: 30 })
  expect((await read(id)).state).toBe('searching')

  expect((await harness.send('DELETE', `${path}/${id}`, 'dispatcher')).status).toBe(204)

  expect((await read(id)).state).toBe('cancelled')
  expect((await apply(id)).code).toBe('transition-refused')
  expect((await holderOf(visits.annLate))?.who).toBe(ann)
})

test('the best plan so far may be applied while the search goes on', async () => {
  await crossing(15)
  const id = await ask(15, { seconds: 30 })
  while ((await read(id)).changes === 0) await pause(50)

  const answer = await apply(id)

  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await pause(600)
  expect((await read(id)).state).toBe('applied')
})

test('a search whose process died counts as failed, and does not keep others waiting', async () => {
  const id = await ask(16, { seconds: 30 })
  await harness.sql(
    `update route_proposals set updated_at = now() - interval '1 minute' where id = $1`,
    [id],
  )
  expect((await read(id)).state).toBe('failed')
  await harness.send('DELETE', `${path}/${id}`, 'dispatcher')
})

test('routes are for those of the office who assign', async () => {
  const body = { date: dateOf(10), seconds: 0.1 }
  const proposal = await propose(10)
  const missing = crypto.randomUUID()
  for (const [person, code] of [
    ['anonymous', 'not-signed-in'],
    ['customer', 'not-allowed'],
    ['fieldworker', 'not-allowed'],
    ['apiKey', 'not-allowed'],
  ] as const) {
    expect((await harness.send('POST', path, person, body)).code).toBe(code)
    expect((await harness.send('GET', `${path}/${proposal.id}`, person)).code).toBe(code)
    expect((await harness.send('DELETE', `${path}/${proposal.id}`, person)).code).toBe(code)
    expect((await apply(proposal.id, person)).code).toBe(code)
  }
  expect((await harness.send('GET', `${path}/${missing}`, 'dispatcher')).code).toBe('not-found')
  expect((await harness.send('GET', `${path}/no-id`, 'dispatcher')).code).toBe('not-found')
  expect((await apply(missing)).code).toBe('not-found')
  expect((await harness.send('POST', path, 'dispatcher', { date: '2026-02-30' })).code).toBe(
    'invalid-input',
  )
  expect((await harness.send('POST', path, 'dispatcher', { ...body, seconds: 1e6 })).code).toBe(
    'invalid-input',
  )
})

test('a day without visits has nothing to propose', async () => {
  const proposal = await propose(40)
  expect(proposal).toMatchObject({ state: 'ready', changes: 0, unserved: [] })
  expect((await apply(proposal.id)).body).toEqual({ id: proposal.id, changed: [], bookings: [] })
})
