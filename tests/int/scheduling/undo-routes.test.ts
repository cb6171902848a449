import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type RouteHarness, routeHarnessOf, routesPath } from '../../support/route-harness.ts'

let harness: Harness
let ann: string
let bob: string
let words: RouteHarness
const [north, south] = [-33.7, -34.0]

beforeAll(async () => {
  harness = await openHarness()
  ;[ann, bob] = harness.shop.people
  words = routeHarnessOf(harness)
}, 120_000)
afterAll(() => harness.stop())

/** Two people who cross the town for each other's noon; whatever was said of it was sent. */
const crossing = async (day: number) => {
  const visits = [
    await words.visitAt(north, { day, time: '09:00', fieldworker: ann }),
    await words.visitAt(south, { day, time: '12:00', fieldworker: ann }),
    await words.visitAt(south, { day, time: '09:00', fieldworker: bob }),
    await words.visitAt(north, { day, time: '12:00', fieldworker: bob }),
  ]
  await harness.sql(`update deliveries set state = 'sent' where channel <> 'calendar'`)
  return visits
}

const send = (id: string, verb: 'apply' | 'undo', undo: string) =>
  harness.app.request<{ bookings: string[] }>('POST', `${routesPath}/${id}/${verb}`, {
    as: 'dispatcher',
    headers: { 'x-undo': undo },
  })

const messages = async () =>
  (
    await harness.sql<{ state: string }>(
      `select distinct state from deliveries where channel <> 'calendar' and state <> 'sent'`,
    )
  ).map(({ state }) => state)

const placesOf = (visits: string[]) =>
  harness.sql<{ who: string; start: Date; status: string }>(
    `select coalesce(n.fieldworker_id, v.fieldworker_id) as who, coalesce(n.start, v.start) as start,
       coalesce(n.status, v.status) as status
     from appointments v left join appointments n on n.id = v.replaced_by_id
     where v.id = any($1) order by array_position($1, v.id)`,
    [visits],
  )

test('a plan is undone as one change, before anyone is notified', async () => {
  const visits = await crossing(10)
  const before = await placesOf(visits)
  const proposal = await words.propose(10)
  expect(proposal.told.customers).toEqual([])
  expect(proposal.told.fieldworkers).toHaveLength(2)

  const applied = await send(proposal.id, 'apply', '10')
  expect(applied.status, JSON.stringify(applied.body)).toBe(200)
  expect(applied.body.bookings).toHaveLength(2)
  expect(await placesOf(visits)).not.toEqual(before)
  expect(await messages()).toEqual(['pending'])

  const undone = await send(proposal.id, 'undo', 'take-back')
  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  expect(await placesOf(visits)).toEqual(before)
  expect(await messages()).toEqual(['cancelled'])
  expect((await words.read(proposal.id)).state).toBe('cancelled')
  const again = await send(proposal.id, 'undo', 'take-back')
  expect(again.status).toBe(409)
})

test('times that a plan moved are undone as well', async () => {
  const at = { day: 12, fieldworker: bob }
  const visits = [
    await words.visitAt(north, { ...at, time: '09:00' }),
    await words.visitAt(south, { ...at, time: '12:00' }),
    await words.visitAt(north, { ...at, time: '15:00' }),
  ]
  const [first, second, third] = await placesOf(visits)
  const proposal = await words.propose(12, { fieldworkers: [bob], moveTimes: true })
  expect(proposal.told.customers.length).toBeGreaterThan(0)
  expect((await send(proposal.id, 'apply', '10')).status).toBe(200)

  const undone = await send(proposal.id, 'undo', 'take-back')

  expect(undone.status, JSON.stringify(undone.body)).toBe(200)
  const open = await harness.sql<{ start: Date }>(
    `select start from appointments where fieldworker_id = $1 and status = 'confirmed'
     and start between $2 and $3 order by start`,
    [bob, first?.start, third?.start],
  )
  expect(open.map(({ start }) => start)).toEqual([first?.start, second?.start, third?.start])
})

test('nothing is undone when one of the visits has changed hands since', async () => {
  const visits = await crossing(13)
  const proposal = await words.propose(13)
  expect((await send(proposal.id, 'apply', '10')).status).toBe(200)
  const planned = await placesOf(visits)
  const changed = proposal.routes.flatMap(({ stops }) => stops.filter((stop) => stop.isReassigned))
  const taken = await harness.send('POST', `/appointments/${changed[0]?.id}/assign`, 'dispatcher', {
    fieldworker: null,
  })
  expect(taken.status).toBe(200)

  const undone = await harness.send('POST', `${routesPath}/${proposal.id}/undo`, 'dispatcher')

  expect([undone.status, undone.code]).toEqual([409, 'stale-plan'])
  const now = await placesOf(visits)
  expect(now.filter(({ who }, index) => who !== planned[index]?.who)).toHaveLength(1)
})

test('a visit is not planned for someone who declined it', async () => {
  const visit = await words.visitAt(north, {
    day: 14,
    time: '09:00',
    fieldworker: ann,
    service: 'request',
  })
  const declined = await harness.send('POST', `/appointments/${visit}/decline`, 'dispatcher', {
    onBehalfOf: ann,
    reason: 'At the dentist',
  })
  expect(declined.status, JSON.stringify(declined.body)).toBe(200)

  const alone = await words.propose(14, { fieldworkers: [ann] })
  expect(alone.unserved.map(({ id, reason }) => [id, reason])).toEqual([[visit, 'nobody-eligible']])

  const team = await words.propose(14)
  const holder = team.routes.find(({ stops }) => stops.some(({ id }) => id === visit))
  expect(holder?.id).not.toBe(ann)
})
