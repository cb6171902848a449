import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SeriesMade, SeriesPreview } from '../../../src/contracts/scheduling/series.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { askGraphql } from '../../support/graphql.ts'
import { type MoveHarness, moveHarnessOf } from '../../support/move-harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let one: string
let book: MoveHarness['book']
let day = 2
beforeAll(async () => {
  harness = await openHarness()
  ;[one] = harness.shop.people
  book = moveHarnessOf(harness).book
}, 120_000)
afterAll(() => harness.stop())
// Each story has days of its own.
beforeEach(async () => {
  day += 1
  await allow({ customersMayRepeat: true, showFieldworkerName: true, bookingEnabled: true })
})

const allow = (data: object) =>
  harness.app.payload.updateGlobal({ slug: 'portal-settings', data, overrideAccess: true })
const weekly = { unit: 'week', every: 1, count: 3 }
const send = async (path: string, body: object, as: Person = 'customer') => {
  const answer = await harness.send('POST', path, as, body)
  return {
    ...answer,
    seen: answer.body as unknown as SeriesPreview,
    made: answer.body as unknown as SeriesMade,
  }
}
const preview = (body: object, as?: Person) => send('/app/series/preview', body, as)
const create = (body: object, as?: Person) => send('/app/series', body, as)
const setService = (data: object) =>
  harness.app.payload.update({
    collection: 'services',
    id: harness.shop.services.direct.id,
    data: data as never,
    overrideAccess: true,
    context: { channel: 'seed' },
  })
const seriesCount = async () =>
  (await harness.sql<{ n: number }>('select count(*)::int as n from series'))[0]?.n

describe('a customer who repeats a booking', () => {
  test('sees every date with its price, and decides about those that are not free', async () => {
    const id = await book({ start: sydney(day, '08:00'), fieldworker: one })
    await book({ start: sydney(day + 7, '08:00'), fieldworker: one })
    const body = { booking: id, rule: weekly }

    const { status, seen } = await preview(body)

    expect(status, JSON.stringify(seen)).toBe(200)
    expect(seen.each).toEqual({ amount: 11_000, currency: 'AUD' })
    const [, second, third] = seen.occurrences
    expect(second?.conflict).toMatchObject({ reason: 'person-busy' })
    expect(second?.conflict?.message).toMatch(/^fieldworker /)
    expect(third?.conflict).toBeNull()
    const [other] = second?.conflict?.alternatives ?? []
    const { status: created, made } = await create({
      ...body,
      resolutions: [{ index: 1, action: 'move', start: other?.start }],
    })
    expect(created, JSON.stringify(made)).toBe(201)
    expect(made.bookings.map(({ start }) => new Date(start).toISOString())).toEqual([
      other?.start,
      sydney(day + 14, '08:00'),
    ])
    const { body: own } = await harness.send('GET', `/app/me/bookings/${id}`, 'customer')
    expect(own['booking']).toMatchObject({
      repeat: { allowed: false, summary: 'Every week, 3 times' },
    })
  })

  test('reads no names where the portal shows none', async () => {
    await allow({ showFieldworkerName: false })
    const id = await book({ start: sydney(day, '09:00'), fieldworker: one })
    await book({ start: sydney(day + 7, '09:00'), fieldworker: one })
    const { seen } = await preview({ booking: id, rule: weekly })
    expect(seen.occurrences[1]?.conflict?.message).toMatch(/^Your fieldworker /)
  })

  test('sees what lies too far ahead before anything is saved, and leaves it out', async () => {
    const id = await book({ start: sydney(day, '10:00'), fieldworker: one })
    const rule = { unit: 'week', every: 4, count: 4 }

    const { seen } = await preview({ booking: id, rule })

    const reasons = seen.occurrences.map(({ conflict }) => conflict?.reason ?? null)
    expect(reasons).toEqual([null, null, 'not-offered', 'not-offered'])
    const resolutions = [2, 3].map((index) => ({ index, action: 'skip' }))
    const { made } = await create({ booking: id, rule, resolutions })
    expect(made.bookings).toHaveLength(1)
  })

  test('pays the catalogue price, not one that the office once agreed', async () => {
    const answer = await harness.send('POST', '/bookings', 'admin', {
      customer: harness.shop.customer,
      location: harness.shop.location,
      plan: [
        {
          service: harness.shop.services.direct.id,
          unitAmount: 1,
          visits: [{ start: sydney(day, '11:00'), fieldworker: one }],
        },
      ],
    })
    const { doc } = answer.body as { doc: { id: string } }
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)

    const { made, status } = await create({ booking: doc.id, rule: { ...weekly, count: 2 } })

    expect(status, JSON.stringify(made)).toBe(201)
    const rows = await harness.sql(
      'select totals_total::int as total from bookings where series_id = $1 order by starts_at',
      [made.series.id],
    )
    expect(rows).toEqual([{ total: 1 }, { total: 11_000 }])
  })
})

describe('a customer gets no series', () => {
  let turn = 0
  const refusedAt = async (door: (id: string) => Promise<{ code: string | undefined }>) => {
    turn += 1
    const hour = turn % 2 === 0 ? '13:00' : '16:00'
    const id = await book({ start: sydney(day, hour), fieldworker: one })
    const before = await seriesCount()
    const { code } = await door(id)
    expect(await seriesCount()).toBe(before)
    return code
  }

  test.each([
    ['feature-off', { customersMayRepeat: false }],
    ['feature-off', { bookingEnabled: false }],
  ])('(%s) where the portal says %j', async (code, settings) => {
    await allow(settings)
    expect(await refusedAt((id) => create({ booking: id, rule: weekly }))).toBe(code)
    expect(await refusedAt((id) => preview({ booking: id, rule: weekly }))).toBe(code)
  })

  test('of someone else’s booking, nor knows that it is there', async () => {
    const foreign = (id: string) => create({ booking: id, rule: weekly }, 'otherCustomer')
    expect(await refusedAt(foreign)).toBe('not-found')
  })

  test('with a visit to which no one comes', async () => {
    const resolutions = [{ index: 1, action: 'unassigned' }]
    const wish = (id: string) => create({ booking: id, rule: weekly, resolutions })
    expect(await refusedAt(wish)).toBe('not-allowed')
  })

  test('of more visits than the cap, nor of none', async () => {
    const many = { unit: 'day', every: 1, count: 27 }
    expect(await refusedAt((id) => create({ booking: id, rule: many }))).toBe('invalid-input')
    const resolutions = [1, 2].map((index) => ({ index, action: 'skip' }))
    const none = (id: string) => create({ booking: id, rule: weekly, resolutions })
    expect(await refusedAt(none)).toBe('invalid-input')
  })

  test.each([
    ['by request', { mode: 'request' }, { mode: 'instant' }],
    ['not bookable', { bookable: false }, { bookable: true }],
  ])('of work that is %s', async (_name, change, back) => {
    const id = await book({ start: sydney(day, '14:00'), fieldworker: one })
    await setService(change)
    const { code, body } = await create({ booking: id, rule: weekly })
    const looked = await preview({ booking: id, rule: weekly })
    const { body: own } = await harness.send('GET', `/app/me/bookings/${id}`, 'customer')
    await setService(back)
    expect([code, looked.code], JSON.stringify(body)).toEqual(['not-allowed', 'not-allowed'])
    expect(own['booking']).toMatchObject({ repeat: { allowed: false, reason: /online/ } } as never)
  })

  test('at a time that is not offered, or with a move to one', async () => {
    const off = (id: string) =>
      create({
        booking: id,
        rule: weekly,
        resolutions: [{ index: 1, action: 'move', start: sydney(day + 7, '13:10') }],
      })
    expect(await refusedAt(off)).toBe('invalid-input')
  })

  test('through any other door', async () => {
    const id = await book({ start: sydney(day, '15:00'), fieldworker: one })
    const before = await seriesCount()
    const rule = weekly
    const command = { name: 'repeat', as: 'caller' }
    await harness.send('PATCH', `/bookings/${id}`, 'customer', { series: id, command })
    const series = { customer: harness.shop.customer, template: id, rule, state: 'active' }
    const doors = [
      await harness.send('POST', '/series', 'customer', series),
      await harness.send('POST', '/bookings', 'customer', {
        customer: harness.shop.customer,
        series: id,
        seriesIndex: 1,
        command,
        plan: [
          {
            service: harness.shop.services.direct.id,
            unitAmount: 1,
            visits: [{ start: sydney(day + 7, '15:00') }],
          },
        ],
      }),
      await create({ booking: id, rule }, 'fieldworker'),
      await create({ booking: id, rule }, 'anonymous'),
    ]
    expect(doors.filter(({ status }) => status < 400).map(({ body }) => body)).toEqual([])
    const source = `mutation { createSeries(data: { customer: "${harness.shop.customer}" }) { id } }`
    const asked = await askGraphql(harness.app, 'customer', source)
    expect(asked.errors?.length).toBeGreaterThan(0)
    expect(await seriesCount()).toBe(before)
    const rows = await harness.sql('select series_id from bookings where id = $1', [id])
    expect(rows).toEqual([{ series_id: null }])
  })
})
