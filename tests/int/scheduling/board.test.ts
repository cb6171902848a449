import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type BoardAnswer,
  boardAnswerSchema,
  stateOfCode,
} from '../../../src/contracts/scheduling/board.ts'
import {
  type VisitDetail,
  visitDetailSchema,
} from '../../../src/contracts/scheduling/visit-detail.ts'
import { readBoard } from '../../../src/operations/scheduling/read-board.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.stop())

const dayOf = (at: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Australia/Sydney' }).format(new Date(at))

const ask = async (from: string, to: string, as?: Person) => {
  const { status, body } = await harness.app.request('GET', `/app/board?from=${from}&to=${to}`, {
    ...(as && { as }),
  })
  return { status, board: body as unknown as BoardAnswer, body }
}

const book = async (start: string, fieldworker: string, name: string) => {
  const email = `${name.replace(/\W+/g, '-')}@guests.test`.toLowerCase()
  const { status, body } = await harness.book(
    { service: 'direct', start, fieldworker, customer: { name, email } },
    'admin',
  )
  expect(status, JSON.stringify(body)).toBe(201)
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

describe('the board of a day', () => {
  test('has every visit in its person’s row, in minutes of the company’s day', async () => {
    const start = sydney(3, '09:30')
    const { visit } = await book(start, harness.shop.people[0], 'Ada "Quote" Łukasz')
    const day = dayOf(start)
    const { status, board } = await ask(day, day, 'dispatcher')

    expect(status).toBe(200)
    expect(boardAnswerSchema.parse(board)).toBeTruthy()
    expect(new Date(board.start).toISOString()).toBe(sydney(3, '00:00'))
    const row = board.visits.find(([id]) => id === visit)
    const [, person, service, , place, minute, minutes, state, customer] = row ?? []
    expect(board.people[person ?? -1]?.id).toBe(harness.shop.people[0])
    expect(board.services[service ?? -1]?.name).toBe('direct')
    expect(board.places[place ?? -1]?.[0]).toBe('Sydney')
    expect([minute, minutes]).toEqual([570, 60])
    expect(stateOfCode(state ?? 0)).toEqual({
      status: 'confirmed',
      acceptance: 'not_required',
      progress: 'not_started',
    })
    expect(customer).toBe('Ada "Quote" Łukasz')
    expect(board.people[person ?? -1]?.hours).toEqual([[420, 1140]])
  })

  test('shows a visit on both days that it touches and not on the next', async () => {
    const { visit } = await book(sydney(4, '10:00'), harness.shop.people[0], 'Night Owl')
    await harness.sql(`update appointments set start = $2, "end" = $3 where id = $1`, [
      visit,
      sydney(4, '22:00'),
      sydney(5, '02:00'),
    ])
    const on = async (days: number) => {
      const day = dayOf(sydney(days, '12:00'))
      return (await ask(day, day, 'dispatcher')).board.visits.find(([id]) => id === visit)?.[5]
    }
    expect([await on(4), await on(5), await on(6)]).toEqual([1320, -120, undefined])
  })

  test('shows a visit wherever its booking says that it starts, unless that is deleted', async () => {
    const start = sydney(6, '13:00')
    const { booking, visit } = await book(start, harness.shop.people[0], 'Far Off')
    const day = dayOf(start)
    const customers = async () =>
      (await ask(day, day, 'dispatcher')).board.visits
        .filter(([id]) => id === visit)
        .map((row) => row[8])
    for (const startsAt of [start, sydney(300, '13:00'), sydney(-300, '13:00'), null]) {
      await harness.sql('update bookings set starts_at = $2 where id = $1', [booking, startsAt])
      expect(await customers()).toEqual(['Far Off'])
      await harness.sql('update bookings set deleted_at = now() where id = $1', [booking])
      expect(await customers()).toEqual([])
      await harness.sql('update bookings set deleted_at = null where id = $1', [booking])
    }
  })

  test('leaves out deleted bookings and shows absences by their kind', async () => {
    const { booking, visit } = await book(sydney(7, '11:00'), harness.shop.people[1], 'Gone Soon')
    await harness.sql('update bookings set deleted_at = now() where id = $1', [booking])
    await harness.send('POST', '/unavailabilities', 'manager', {
      fieldworker: harness.shop.people[1],
      start: sydney(7, '13:00'),
      end: sydney(7, '14:00'),
      kind: 'break',
    })
    const day = dayOf(sydney(7, '12:00'))
    const { board } = await ask(day, day, 'dispatcher')
    expect(board.visits.some(([id]) => id === visit)).toBe(false)
    const person = board.people.find(({ id }) => id === harness.shop.people[1])
    expect(person?.absences).toEqual([[780, 840, 'break']])
  })
})

describe('who sees what', () => {
  test('a fieldworker sees only their own visits, and nobody else’s name', async () => {
    const own = await book(sydney(8, '09:00'), harness.shop.people[0], 'Own Customer')
    const foreign = await book(sydney(8, '09:00'), harness.shop.people[1], 'Foreign Customer')
    const day = dayOf(sydney(8, '12:00'))
    const { status, board } = await ask(day, day, 'fieldworker')

    expect(status).toBe(200)
    expect(board.visits.map(([id]) => id)).toEqual([own.visit])
    expect(board.people.map(({ id }) => id)).toEqual([harness.shop.people[0]])
    expect(JSON.stringify(board)).not.toContain(foreign.visit)
    expect(JSON.stringify(board)).not.toContain('Foreign')
  })

  test('customers, keys without the scope and strangers are refused', async () => {
    const day = dayOf(sydney(8, '12:00'))
    expect((await ask(day, day, 'customer')).status).toBe(403)
    expect((await ask(day, day, 'apiKey')).status).toBe(403)
    expect((await ask(day, day)).status).toBe(401)
  })

  test('points on the map need the right to see addresses', async () => {
    const { visit } = await book(sydney(9, '09:00'), harness.shop.people[0], 'Map Person')
    await harness.sql(
      `update addresses set coordinates_lat = -33.86881, coordinates_lng = 151.20929
       where id = (select b.address_id from bookings b join appointments a on a.booking_id = b.id
         where a.id = $1)`,
      [visit],
    )
    const day = dayOf(sydney(9, '12:00'))
    const places = async (as: Person) => (await ask(day, day, as)).board.places
    expect(await places('dispatcher')).toEqual([['Sydney', -33.8688, 151.2093]])
    expect(await places('fieldworker')).toEqual([['Sydney', -33.8688, 151.2093]])

    const forget = (slug: string, flag: string) =>
      harness.sql(
        `delete from roles_permissions p using roles r where p.parent_id = r.id
          and r.slug = $1 and p.value::text = $2`,
        [slug, flag],
      )
    await forget('fieldworker', 'own.see-full-address')
    await forget('dispatcher', 'customer.view')
    await forget('dispatcher', 'fieldworker.view')
    expect(await places('fieldworker')).toEqual([['Sydney']])
    const { board } = await ask(day, day, 'dispatcher')
    expect(board.places).toEqual([['Sydney']])
    expect(board.people.every(({ hours, absences }) => !hours && absences.length === 0)).toBe(true)
  })

  test.each([
    ['2026-11-30', '2026-11-01'],
    ['2026-01-01', '2026-06-01'],
    ['2026-02-30', '2026-03-01'],
    ['yesterday', "'; drop table bookings"],
  ])('a range from %s to %s is refused in words', async (from, to) => {
    const { status, body } = await ask(from, encodeURIComponent(to), 'admin')
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('invalid-input')
  })
})

describe('one visit of the board', () => {
  const detail = async (id: string, as?: Person) => {
    const { status, body } = await harness.app.request('GET', `/app/board/visits/${id}`, {
      ...(as && { as }),
    })
    return { status, visit: (body as unknown as { visit: VisitDetail }).visit }
  }

  test('comes with its booking and the moves that are valid now', async () => {
    const { visit: id, booking } = await book(
      sydney(10, '09:00'),
      harness.shop.people[0],
      'Del Tail',
    )
    const { status, visit } = await detail(id, 'manager')

    expect(status).toBe(200)
    expect(visitDetailSchema.parse(visit)).toBeTruthy()
    expect(visit).toMatchObject({
      booking: { id: booking, status: 'confirmed' },
      service: 'direct',
      customer: { name: 'Del Tail', email: 'del-tail@guests.test' },
      fieldworker: { id: harness.shop.people[0] },
      actions: ['cancel'],
      cancelTerms: { feeAmount: 4500, reasonRequired: true },
    })
    await harness.sql(
      `update appointments set start = now() - interval '2 hours',
      "end" = now() - interval '1 hour' where id = $1`,
      [id],
    )
    expect((await detail(id, 'manager')).visit.actions).toEqual(['complete', 'no-show', 'cancel'])
    await harness.sql(`update bookings set status = 'cancelled' where id = $1`, [booking])
    expect((await detail(id, 'manager')).visit.actions).toEqual([])
  })

  test('is answered on behalf of the person who has or declined it', async () => {
    const [one] = harness.shop.people
    const { visit: id } = await book(sydney(12, '09:00'), one, 'De Cline')
    expect((await detail(id, 'manager')).visit).toMatchObject({
      ...{ answersFor: { id: one }, answers: ['decline'] },
    })
    await harness.send('POST', `/appointments/${id}/decline`, 'manager', { reason: 'Ill' })
    const { visit } = await detail(id, 'manager')
    expect(visit).toMatchObject({ fieldworker: null, acceptance: 'declined' })
    expect(visit).toMatchObject({ answersFor: { id: one }, answers: ['accept'] })
    await harness.send('POST', `/appointments/${id}/accept`, 'manager', { onBehalfOf: one })
    expect((await detail(id, 'manager')).visit.fieldworker?.id).toBe(one)
  })

  test('is not to be had by guessing its id', async () => {
    const { visit: id } = await book(sydney(11, '09:00'), harness.shop.people[0], 'Guessed At')
    expect((await detail(id)).status).toBe(401)
    expect((await detail(id, 'customer')).status).toBe(404)
    expect((await detail(id, 'otherFieldworker')).status).toBe(404)
    expect((await detail('nonsense', 'manager')).status).toBe(404)
  })
})

describe('a month of fifty people', () => {
  test('takes two statements and at most ninety bytes a visit', async () => {
    const month = '2027-03-01'
    await harness.sql(
      `insert into fieldworkers (name, timezone, active)
       select 'Worker ' || i, 'Australia/Sydney', true from generate_series(1, 50) i`,
    )
    await harness.sql(
      `with b as (
        insert into bookings (number, status, source, customer_id, address_id, version,
          customer_snapshot_name)
        select 'M-' || i, 'confirmed', 'manual', $1,
          (select id from addresses limit 1), 1, 'Customer Nr ' || i
        from generate_series(1, 3000) i returning id, number
      ), l as (
        insert into booking_lines (booking_id, service_id, quantity, version)
        select id, $2, 1, 1 from b returning id, booking_id
      ), w as (
        select id, row_number() over (order by name) - 1 as place from fieldworkers
        where name like 'Worker %'
      )
      insert into appointments (booking_id, line_id, service_id, start, "end", timezone,
        fieldworker_id, status, acceptance, progress)
      select b.id, l.id, $2, at, at + interval '1 hour', 'Australia/Sydney', w.id, 'confirmed',
        'accepted', 'not_started'
      from b join l on l.booking_id = b.id,
        lateral (select substr(b.number, 3)::int as i) n
        join w on w.place = n.i % 50,
        lateral (select $3::date + (n.i / 100) * interval '1 day' + (n.i / 50 % 2) * interval '2 hours'
          as at) t`,
      [harness.shop.customer, harness.shop.services.direct.id, month],
    )
    const req = await createLocalReq(
      { context: { actor: { kind: 'system', name: 'Bench', permissions: new Set() } } },
      harness.app.payload,
    )
    const { pool } = harness.app.payload.db as unknown as {
      pool: { Client: { prototype: { query: (...input: unknown[]) => unknown } } }
    }
    const sent = vi.spyOn(pool.Client.prototype, 'query')
    const text = await readBoard(req, { from: month, to: '2027-03-31' })
    const statements = sent.mock.calls.length
    sent.mockRestore()

    const board = boardAnswerSchema.parse(JSON.parse(text))
    expect(board.visits.length).toBeGreaterThan(2900)
    expect(statements).toBeLessThanOrEqual(2)
    expect(Buffer.byteLength(text) / board.visits.length).toBeLessThanOrEqual(90)
  })
})
