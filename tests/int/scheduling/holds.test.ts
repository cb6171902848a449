import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sweepHolds } from '../../../src/jobs/scheduling/sweep-holds.ts'
import { writeOccupancies } from '../../../src/database/scheduling/occupancies.ts'
import { holdSlot } from '../../../src/operations/scheduling/hold-slot.ts'
import {
  beginMonday,
  type HoldHarness,
  holdHarnessOf,
  nine,
  ten,
} from '../../support/hold-harness.ts'
import { runSql } from '../../support/run-sql.ts'
import { morning, openSlotHarness, type SlotHarness } from '../../support/slot-harness.ts'

let harness: SlotHarness
let hold: HoldHarness['hold']
let drop: HoldHarness['drop']
let minutesLater: HoldHarness['minutesLater']
let book: HoldHarness['book']
let times: HoldHarness['times']
let occupied: HoldHarness['occupied']
let client = 0
const other = { 'x-client-address': 'b' }

beforeAll(async () => {
  harness = await openSlotHarness()
  ;({ hold, drop, minutesLater, book, times, occupied } = holdHarnessOf(
    harness,
    () => `10.0.0.${client}`,
  ))
})
afterAll(() => harness?.stop())
// Each story comes from an address of its own.
beforeEach(() => {
  client += 1
  beginMonday()
})

/** By the clock of the database, to the minute. */
const minutesLeft = async (instant: string): Promise<number> => {
  const rows = await runSql<{ left: number }>(
    harness.app.url,
    'select round(extract(epoch from $1::timestamptz - now()) / 60)::int as left',
    [instant],
  )
  return rows[0]?.left ?? Number.NaN
}

describe('a hold', () => {
  test('takes the time from everyone else until it expires', async () => {
    const { slug } = await harness.open()

    const { status, body } = await hold({ service: slug, start: ten })

    expect(status).toBe(201)
    expect(body).toMatchObject({ start: ten, end: '2026-09-23T01:00:00.000Z' })
    expect(await minutesLeft(body.expiresAt)).toBe(10)
    expect(await times(slug)).toEqual(['09:00', '11:00'])
    expect((await book({ service: slug, start: ten })).code).toBe('slot-taken')
    expect((await hold({ service: slug, start: ten })).code).toBe('slot-taken')
    await minutesLater(11)
    expect(await times(slug)).toEqual(morning)
    expect((await book({ service: slug, start: ten })).status).toBe(201)
  })

  test('is what the booking takes over, whole and once', async () => {
    const { slug, person } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })

    const [one, other] = await Promise.all([
      book({ service: slug, start: ten, hold: body.id }),
      book({ service: slug, start: ten, hold: body.id }),
    ])

    expect([one.status, other.status].toSorted()).toEqual([201, 409])
    const kinds = (await occupied(person)).map(({ kind }) => kind)
    expect(kinds).toHaveLength(1)
    expect(kinds).not.toContain('hold')
    expect(await times(slug)).toEqual(['09:00', '11:00'])
  })

  test('stays when the booking is refused', async () => {
    const { slug, person } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })

    const refused = await book({ service: slug, start: nine, hold: body.id, notes: 7 })
    const again = await book({
      service: slug,
      start: ten,
      hold: body.id,
      customer: { name: 'Nobody' },
    })

    expect(refused.status).toBe(422)
    expect(again.status).toBe(422)
    expect(await occupied(person)).toEqual([{ kind: 'hold' }])
    expect((await book({ service: slug, start: ten, hold: body.id })).status).toBe(201)
  })

  test('that has expired or never was does no harm to a booking', async () => {
    const { slug } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })
    await minutesLater(11)
    expect((await book({ service: slug, start: ten, hold: body.id })).status).toBe(201)
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await book({ service: slug, start: nine, hold: unknown })).status).toBe(201)
    expect((await book({ service: slug, start: nine, hold: unknown })).code).toBe('slot-taken')
  })

  test('is extended while its visitor types, up to a limit', async () => {
    const { slug, person } = await harness.open()
    const asked = { service: slug, start: ten }
    const first = await hold(asked)
    const left: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      await minutesLater(7)
      const again = await hold({ ...asked, hold: first.body.id })
      if (again.status !== 200) break
      expect(again.body.id).toBe(first.body.id)
      left.push(await minutesLeft(again.body.expiresAt))
    }
    expect(left).toEqual([10, 10, 9, 2])
    expect(await occupied(person)).toHaveLength(1)
  })

  test('moves with its visitor to another time', async () => {
    const { slug } = await harness.open()
    const first = await hold({ service: slug, start: ten })

    const moved = await hold({ service: slug, start: nine, hold: first.body.id })

    expect(moved.status).toBe(201)
    expect(await times(slug)).toEqual(['10:00', '10:30', '11:00'])
  })

  test('can be given back, more than once', async () => {
    const { slug } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })
    expect((await drop(body.id)).status).toBe(204)
    expect((await drop(body.id)).status).toBe(204)
    expect(await times(slug)).toEqual(morning)
    expect((await drop('x')).status).toBe(404)
  })

  test('of a crew keeps everyone who is needed', async () => {
    const { slug, service } = await harness.open({ service: { crewSize: 2 } })
    await harness.hire('Mate', service)
    expect((await hold({ service: slug, start: ten })).status).toBe(201)
    expect(await times(slug)).toEqual(['11:00'])
  })

  test('is swept away once it has expired', async () => {
    const { slug, person } = await harness.open()
    await hold({ service: slug, start: ten })
    await sweepHolds(harness.app.payload)
    expect(await occupied(person)).toHaveLength(1)
    await minutesLater(11)

    await sweepHolds(harness.app.payload)

    expect(await occupied(person)).toEqual([])
  })

  test('that has expired gives way to any other booking', async () => {
    const { slug, person } = await harness.open()
    await hold({ service: slug, start: ten })
    const row = { fieldworker: person, startsAt: ten, endsAt: '2026-09-23T00:30:00.000Z' }
    const rows = [{ ...row, kind: 'external' as const, exclusive: true }]
    const write = async () =>
      writeOccupancies(await createLocalReq({}, harness.app.payload), { replace: {}, rows })
    await expect(write()).rejects.toThrow()
    await minutesLater(11)

    await write()

    expect(await occupied(person)).toEqual([{ kind: 'external' }])
  })

  test('under one key is made once', async () => {
    const { slug, person } = await harness.open()
    const headers = { 'idempotency-key': `hold-${slug}-key` }
    const first = await hold({ service: slug, start: ten }, { headers })
    const again = await hold({ service: slug, start: ten }, { headers })
    expect(again.body.id).toBe(first.body.id)
    expect(await occupied(person)).toHaveLength(1)
  })
})

describe('a clock that jumps', () => {
  test.each([-1, 1, 400 * 24])('by %i h ends no hold and keeps none for ever', async (hours) => {
    const { slug, person } = await harness.open()
    const { body } = await hold({ service: slug, start: ten })
    const now = Date.now()
    vi.setSystemTime(now + hours * 3_600_000)

    expect(await sweepHolds(harness.app.payload)).toBe(0)
    expect(await occupied(person)).toEqual([{ kind: 'hold' }])
    vi.setSystemTime(now)
    expect((await hold({ service: slug, start: ten }, { headers: other })).code).toBe('slot-taken')
    vi.setSystemTime(now + Math.min(hours, 1) * 3_600_000)
    const kept = await hold({ service: slug, start: ten, hold: body.id })
    expect([kept.status, kept.body.id]).toEqual([200, body.id])
    expect(await minutesLeft(kept.body.expiresAt)).toBe(10)
    expect((await book({ service: slug, start: ten, hold: body.id })).status).toBe(201)
  })

  test('lets a hold that was written before it was set back by days be swept away', async () => {
    const { slug, person } = await harness.open()
    await hold({ service: slug, start: ten })
    await minutesLater(-3 * 24 * 60)
    beginMonday()

    await sweepHolds(harness.app.payload)

    expect(await occupied(person)).toEqual([])
  })
})

describe('who wants to hold everything', () => {
  test('gets three times and no more', async () => {
    const { slug, service } = await harness.open()
    for (const name of ['A', 'B', 'C', 'D']) await harness.hire(name, service)
    const codes: unknown[] = []
    for (let tries = 0; tries < 5; tries += 1)
      codes.push((await hold({ service: slug, start: ten })).code ?? 'held')
    expect(codes).toEqual(['held', 'held', 'held', 'rate-limited', 'rate-limited'])
    await minutesLater(11)
    expect((await hold({ service: slug, start: ten })).status).toBe(201)
  })

  test('gets no more by asking for them all at once', async () => {
    const { slug, service } = await harness.open()
    for (const name of ['E', 'F', 'G', 'H', 'I']) await harness.hire(name, service)
    const all = await Promise.all(
      Array.from({ length: 8 }, () => hold({ service: slug, start: ten })),
    )
    expect(all.filter(({ status }) => status === 201)).toHaveLength(3)
  })

  test('gets no more from other addresses of one IPv6 network', async () => {
    const { slug, service } = await harness.open()
    for (const name of ['J', 'K', 'L', 'M', 'N']) await harness.hire(name, service)
    const codes: unknown[] = []
    for (const host of ['1::1', '1::2', '1:ffff:0:0:1', '1::3', '2::1']) {
      const headers = { 'x-client-address': `2001:db8:${client}:${host}` }
      codes.push((await hold({ service: slug, start: ten }, { headers })).code ?? 'held')
    }
    expect(codes).toEqual(['held', 'held', 'held', 'rate-limited', 'held'])
  })

  test.each([
    ['outside-booking-window', '2026-09-20T23:00:00.000Z'],
    ['slot-taken', '2026-09-23T10:00:00.000Z'],
    ['invalid-input', '2026-09-23T00:10:00.000Z'],
  ])('gets %s where the search would offer nothing', async (code, start) => {
    const { slug } = await harness.open()
    expect((await hold({ service: slug, start })).code).toBe(code)
  })

  test('chooses no one, and holds nothing that is not theirs to book', async () => {
    const { slug, person } = await harness.open()
    const hidden = await harness.open({ service: { bookable: false } })
    const request = await harness.open({ service: { mode: 'request' } })
    expect((await hold({ service: slug, start: ten, fieldworker: person })).code).toBe(
      'not-allowed',
    )
    expect((await hold({ service: hidden.slug, start: ten })).code).toBe('not-found')
    expect((await hold({ service: request.slug, start: ten })).code).toBe('not-found')
    expect((await hold({ service: slug, start: ten, postcode: '9999' })).status).toBe(422)
  })
})

test('of many who hold the last person at once exactly one does', async () => {
  const { slug, person } = await harness.open()
  const all = await Promise.allSettled(
    Array.from({ length: 12 }, async (_, at) => {
      const headers = new Headers({ 'x-client-address': `10.1.0.${at}` })
      const req = await createLocalReq({ req: { headers } as never }, harness.app.payload)
      return holdSlot(req, { service: slug, start: ten, postcode: '2000', quantity: 1 })
    }),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await occupied(person)).toEqual([{ kind: 'hold' }])
})
