import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptanceStates } from '../../../src/domain/bookings/acceptance-lifecycle.ts'
import { bookingStates } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { offerStates } from '../../../src/domain/bookings/offer-lifecycle.ts'
import { approvalStates } from '../../../src/domain/bookings/gate-lifecycle.ts'
import { progressStates } from '../../../src/domain/bookings/progress-lifecycle.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'
import { type Cell, doorsOf, type Kind, verbs } from './transition-doors.ts'
import { actors, allowed, type TestActor } from './transitions.ts'

let harness: Harness
let booking: string
let visit: string
let doors: ReturnType<typeof doorsOf>

beforeAll(async () => {
  harness = await openHarness()
  const { shop } = harness
  const made = await harness.send('POST', '/bookings', 'dispatcher', {
    customer: shop.customer,
    location: shop.location,
    plan: [
      {
        service: shop.services.request.id,
        visits: shop.people.map((fieldworker) => ({ start: sydney(5, '09:00'), fieldworker })),
      },
    ],
  })
  booking = (made.body as { doc: { id: string } }).doc.id
  const visits = await harness.visitsOf(booking)
  visit = visits.find(({ fieldworker_id }) => fieldworker_id === shop.people[0])?.id ?? ''
  doors = doorsOf(harness, { booking, visit })
}, 120_000)
afterAll(() => harness.stop())

/** Puts the booking and its two visits where a cell begins, past every rule. */
const put = async (kind: Kind, from: string) => {
  const state = {
    booking: kind === 'booking' ? from : kind === 'approval' ? 'pending' : 'confirmed',
    visit: kind === 'visit' ? from : kind === 'approval' ? 'pending' : 'confirmed',
    acceptance: kind === 'acceptance' ? from : 'accepted',
    progress: kind === 'progress' ? from : 'not_started',
    approval: kind === 'approval' ? from : 'not_required',
  }
  // One visit is over and done with when the booking's own status is at stake.
  const other = kind === 'booking' ? 'cancelled' : 'confirmed'
  const time = kind === 'acceptance' ? sydney(5, '09:00') : sydney(-2, '09:00')
  const [holder, second] = harness.shop.people
  const isHeld = !['unassigned', 'declined'].includes(state.acceptance)
  await harness.sql('delete from occupancies')
  await harness.sql('delete from assignment_offers')
  await harness.sql('update appointments set replaced_by_id = null where id = $1', [visit])
  await harness.sql('update bookings set rescheduled_to_id = null where id = $1', [booking])
  await harness.sql('delete from appointments where booking_id = $1 and replaces_id is not null', [
    booking,
  ])
  await harness.sql(
    `update bookings set status = $2::text::enum_bookings_status,
       gates_approval = $3::text::enum_bookings_gates_approval,
       starts_at = $4, ends_at = $4 where id = $1`,
    [booking, state.booking, state.approval, time],
  )
  await harness.sql(
    `update appointments set status = $2::text::enum_appointments_status,
       acceptance = $3::text::enum_appointments_acceptance,
       progress = $4::text::enum_appointments_progress, fieldworker_id = $5, reserved_for_id = null,
       method = 'request', start = $6, "end" = $6::timestamptz + interval '1 hour',
       busy_start = $6, busy_end = $6::timestamptz + interval '1 hour' where id = $1`,
    [visit, state.visit, state.acceptance, state.progress, isHeld ? holder : null, time],
  )
  await harness.sql(
    `update appointments set status = $3::text::enum_appointments_status, acceptance = 'accepted',
       progress = 'not_started', fieldworker_id = $4, start = $5,
       "end" = $5::timestamptz + interval '1 hour' where booking_id = $1 and id <> $2`,
    [booking, visit, other, second, time],
  )
  if (kind !== 'acceptance' || !['pending', 'declined'].includes(from)) return
  await harness.sql(
    `insert into assignment_offers (appointment_id, booking_id, fieldworker_id, mode, state, sent_at)
     values ($1, $2, $3, 'request', $4::text::enum_assignment_offers_state, now())`,
    [visit, booking, holder, from],
  )
}

const column: Record<Kind, string> = {
  booking: 'b.status',
  visit: 'a.status',
  acceptance: 'a.acceptance',
  progress: 'a.progress',
  approval: 'b.gates_approval',
}

type Now = { state: string; all: string }

/** Where the kind is now, and a sum of all that a change could leave. */
const stateOf = async (kind: Kind): Promise<Now> => {
  const [row] = await harness.sql<Now>(
    `select ${column[kind]}::text as state, md5(concat(to_jsonb(b), to_jsonb(a),
         (select jsonb_agg(to_jsonb(v) order by v.id) from appointments v where v.booking_id = b.id),
         (select jsonb_agg(to_jsonb(o) order by o.id) from occupancies o),
         (select jsonb_agg(to_jsonb(f) order by f.id) from assignment_offers f))) as all
     from appointments a join bookings b on b.id = a.booking_id where a.id = $1`,
    [visit],
  )
  return row ?? { state: 'missing', all: '' }
}

const cellsOf = (kind: Kind, states: readonly string[]): Cell[] =>
  states.flatMap((from) =>
    states
      .filter((to) => to !== from)
      .flatMap((to) => actors.map((actor) => ({ from, to, actor }))),
  )

const pairsOf = (cells: Cell[]) =>
  cells.map(({ from, to, actor }) => `${from} > ${to}: ${actor}`).sort()

const expected = (kind: Kind, isOpen: (cell: Cell) => boolean): string[] =>
  pairsOf(
    Object.entries(allowed[kind])
      .flatMap(([pair, who]) => {
        const [from = '', to = ''] = pair.split(' > ')
        return (who as readonly TestActor[]).map((actor): Cell => ({ from, to, actor }))
      })
      .filter(isOpen),
  )

const states: Record<Kind, readonly string[]> = {
  booking: bookingStates,
  visit: bookingStates,
  acceptance: acceptanceStates,
  progress: progressStates,
  approval: approvalStates,
}

const staff = new Set<TestActor>(['dispatcher', 'manager', 'admin'])
const kinds = Object.keys(allowed) as Kind[]

type Attempt = (cell: Cell & { kind: Kind }) => Promise<unknown>

const answerTo = async (kind: Kind, cell: Cell, attempt: Attempt): Promise<string> => {
  const answer = (await attempt({ ...cell, kind })) as { status?: number }
  const said = `${kind} ${cell.from} > ${cell.to}: ${cell.actor}: ${JSON.stringify(answer)}`
  if ((answer.status ?? 0) >= 500) throw new Error(said)
  return said
}

/** Tries cells one by one, each from its own beginning, and returns those that took effect. */
const tryEach = async (kind: Kind, cells: Cell[], attempt: Attempt): Promise<Cell[]> => {
  const done: Cell[] = []
  for (const cell of cells) {
    await put(kind, cell.from)
    const said = await answerTo(kind, cell, attempt)
    const { state } = await stateOf(kind)
    // A finished visit closes itself; nothing else may end up elsewhere than asked.
    if (state === cell.to) done.push(cell)
    else expect(state, said).toBe(cell.from)
  }
  return done
}

/**
 * Tries every cell of a lifecycle and returns those that took effect. All that may not take effect
 * is asked at once where it begins alike; if anything at all is different then, one by one.
 */
const tryAll = async (
  kind: Kind,
  cells: Cell[],
  attempt: Attempt,
  isOpen: (cell: Cell) => boolean,
) => {
  const done: Cell[] = []
  for (const [from, alike] of Map.groupBy(cells, (cell) => cell.from)) {
    const closed = alike.filter((cell) => !isOpen(cell))
    await put(kind, from)
    const before = await stateOf(kind)
    await inTurn(closed, (cell) => answerTo(kind, cell, attempt))
    const isSame = (await stateOf(kind)).all === before.all
    if (!isSame) done.push(...(await tryEach(kind, closed, attempt)))
    done.push(...(await tryEach(kind, alike.filter(isOpen), attempt)))
  }
  return pairsOf(done)
}

/** A few at a time, as many as have a connection. */
const inTurn = async (cells: Cell[], work: (cell: Cell) => Promise<unknown>) => {
  const left = [...cells]
  const lane = async () => {
    for (let cell = left.shift(); cell; cell = left.shift()) await work(cell)
  }
  await Promise.all(Array.from({ length: 6 }, lane))
}

const isAllowed =
  (kind: Kind, also: (cell: Cell) => boolean = () => true) =>
  (cell: Cell): boolean => {
    const who = (allowed[kind] as Record<string, readonly TestActor[]>)[`${cell.from} > ${cell.to}`]
    return (who ?? []).includes(cell.actor) && also(cell)
  }

describe.each(kinds)('the lifecycle of the %s', (kind) => {
  test('holds for a plain save through REST, for every caller', async () => {
    const done = await tryAll(kind, cellsOf(kind, states[kind]), doors.save, isAllowed(kind))
    expect(done).toEqual(expected(kind, () => true))
  }, 300_000)

  test('holds for GraphQL, which only the office can use', async () => {
    const isStaff = ({ actor }: Cell) => staff.has(actor)
    const cells = cellsOf(kind, states[kind])
    const done = await tryAll(kind, cells, doors.mutate, isAllowed(kind, isStaff))
    expect(done).toEqual(expected(kind, isStaff))
  }, 300_000)

  // A visit's own status has no commands: it follows its booking and its progress.
  if (Object.keys(verbs[kind]).length === 0) return
  test('holds for the named commands', async () => {
    const cells = cellsOf(kind, states[kind]).filter(({ to }) => to in verbs[kind])
    const done = await tryAll(kind, cells, doors.obey, isAllowed(kind))
    expect(done).toEqual(expected(kind, ({ to }) => to in verbs[kind]))
  }, 300_000)
})

test('a visit is given to someone, or taken away, by who may assign and no one else', async () => {
  const cells = cellsOf('acceptance', acceptanceStates).filter(
    ({ to }) => to === 'not_required' || to === 'unassigned',
  )
  const assign = ({ to, actor }: Cell) =>
    harness.send('POST', `/appointments/${visit}/assign`, actor, {
      fieldworker: to === 'unassigned' ? null : harness.shop.people[0],
      method: 'direct',
    })

  const mayAssign = ({ actor }: Cell) => staff.has(actor)
  const done = await tryAll('acceptance', cells, assign, mayAssign)

  expect(done).toEqual(pairsOf(cells.filter(mayAssign)))
}, 300_000)

test('only its visit changes an offer: no API writes its state', async () => {
  const done: string[] = []
  for (const from of offerStates) {
    await put('acceptance', 'pending')
    const [offer] = await harness.sql<{ id: string }>(
      `update assignment_offers set state = $2::text::enum_assignment_offers_state
       where appointment_id = $1 returning id`,
      [visit, from],
    )
    const cells = offerStates
      .filter((to) => to !== from)
      .flatMap((to) => actors.map((actor) => ({ from, to, actor })))
    const { all } = await stateOf('acceptance')
    await inTurn(cells, async ({ to, actor }) => {
      const answer = await harness.send('PATCH', `/assignment-offers/${offer?.id}`, actor, {
        state: to,
      })
      if (answer.status < 400) done.push(`${from} > ${to}: ${actor}`)
    })
    expect((await stateOf('acceptance')).all).toBe(all)
  }
  expect(done).toEqual([])
}, 120_000)

test.each(['accepted', 'declined', 'withdrawn', 'superseded', 'expired'])(
  'an offer that is %s is not accepted any more by whom it was made to',
  async (state) => {
    await put('acceptance', 'pending')
    await harness.sql(
      `update assignment_offers set state = $2::text::enum_assignment_offers_state
       where appointment_id = $1`,
      [visit, state],
    )
    const answer = await harness.send('POST', `/appointments/${visit}/accept`, 'fieldworker')
    expect([answer.status, answer.code]).toEqual([409, 'transition-refused'])
  },
)
