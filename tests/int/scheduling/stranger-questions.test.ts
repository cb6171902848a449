import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../support/people.ts'
import { insert, insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'
import {
  type Asked,
  openSlotHarness,
  queryOf,
  type SlotHarness,
  wednesday,
} from '../../support/slot-harness.ts'

let harness: SlotHarness
let slug: string
let person: string
let ownAddress: string
let foreignAddress: string

/** The Opera House, where somebody is at ten, and points to the west of it, kilometre by kilometre. */
const lat = -33.8568
const lng = 151.2153
const points = Array.from({ length: 20 }, (_, km) => ({ lat, lng: lng - km * 0.0108 }))
const strangers: Person[] = ['anonymous', 'customer', 'fieldworker']

beforeAll(async () => {
  harness = await openSlotHarness()
  const opened = await harness.open({ service: { durationMinutes: 15, slotIntervalMinutes: 5 } })
  slug = opened.slug
  person = opened.person
  const { payload, url } = harness.app
  const one = await ownerOf(payload, 'customer', 'fieldworker')
  const other = await ownerOf(payload, 'otherCustomer', 'fieldworker')
  const start = '2026-09-23T00:00:00Z'
  const taken = await insertBooking(
    payload,
    { ...other, fieldworker: person },
    { number: 'N', start },
  )
  foreignAddress = taken.address
  await runSql(
    url,
    'update addresses set coordinates_lat = $2, coordinates_lng = $3 where id = $1',
    [taken.address, lat, lng],
  )
  const span = { startsAt: start, endsAt: '2026-09-23T01:00:00Z', kind: 'visit', exclusive: true }
  await insert(payload, 'occupancies', {
    fieldworker: person,
    appointment: taken.appointment,
    ...span,
  })
  ownAddress = await insert(payload, 'addresses', {
    customer: one.customer,
    line1: '9 Western Way',
    postcode: '2000',
    coordinates: { lat, lng: lng - 0.0756 },
  })
}, 120_000)
afterAll(() => harness?.stop())

const answersOf = (kind: 'explain' | 'slots', as: Person) =>
  Promise.all(
    points.map(async (point) => {
      const asked: Asked =
        kind === 'slots' ? { ...wednesday } : { start: '2026-09-23T01:15:00.000Z' }
      const query = queryOf({ service: slug, postcode: '2000', ...asked, ...point })
      const path = kind === 'slots' ? `/app/slots?${query}` : `/app/slots/explain?${query}`
      const { status, body } = await harness.app.request('GET', path, { as })
      expect(status).toBe(200)
      return JSON.stringify(body)
    }),
  )

describe.each(strangers)('%s', (who) => {
  test.each(['slots', 'explain'] as const)(
    'gets one answer of %s for a postcode, whatever the point',
    async (kind) => {
      expect(new Set(await answersOf(kind, who)).size).toBe(1)
    },
  )

  test('may not ask about one person, one visit or a number of people', async () => {
    const refusals: unknown[] = []
    for (const more of [{ fieldworker: person }, { except: person }, { crew: 2 }]) {
      const { status, body } = await harness.ask({ service: slug, ...wednesday, ...more }, who)
      refusals.push([status, body.errors?.[0]?.code, body.errors?.[0]?.field])
    }

    expect(refusals).toEqual(
      ['fieldworker', 'except', 'crew'].map((field) => [403, 'not-allowed', field]),
    )
  })

  test('keeps a time from any point as from any other', async () => {
    const statuses: number[] = []
    for (const [at, point] of [points[0], points[10], points[19]].entries()) {
      const { status, body } = await harness.app.request<{ id: string }>('POST', '/app/holds', {
        as: who,
        headers: { 'x-client-address': `10.9.${strangers.indexOf(who)}.${at}` },
        body: { service: slug, postcode: '2000', start: '2026-09-23T01:15:00.000Z', ...point },
      })
      statuses.push(status)
      if (status === 201) await harness.app.request('DELETE', `/app/holds/${body.id}`)
    }

    expect(new Set(statuses).size).toBe(1)
  })
})

test('the office gets an exact answer for each point, person and crew', async () => {
  expect(new Set(await answersOf('slots', 'dispatcher')).size).toBeGreaterThan(5)
  const asked = { service: slug, ...wednesday }
  expect((await harness.ask({ ...asked, fieldworker: person }, 'dispatcher')).status).toBe(200)
  expect((await harness.ask({ ...asked, crew: 1 }, 'dispatcher')).status).toBe(200)
})

test('everyone else learns that there is someone, not how many of two', async () => {
  const { slug: crowded, service } = await harness.open()
  await harness.hire('Second', service)
  const countAt = async (as: Person) => {
    const { body } = await harness.ask({ service: crowded, ...wednesday }, as)
    return body.slots.find(({ start }) => start === '2026-09-23T00:30:00.000Z')?.available
  }

  expect([await countAt('dispatcher'), await countAt('anonymous')]).toEqual([2, 1])
})

describe('an address on file', () => {
  const timesAt = (address: string, as: Person) =>
    harness.ask({ service: slug, postcode: undefined, address, ...wednesday }, as)

  test('of the asker’s own is reckoned in steps of a quarter of an hour', async () => {
    const { status, body } = await timesAt(ownAddress, 'customer')
    const after = body.slots.find(({ start }) => start >= '2026-09-23T01:00:00.000Z')?.start

    // Seven kilometres take fourteen minutes at 40 km/h by road.
    expect([status, after]).toEqual([200, '2026-09-23T01:15:00.000Z'])
  })

  test('of someone else does not exist for them', async () => {
    expect((await timesAt(foreignAddress, 'customer')).status).toBe(404)
    expect((await timesAt(ownAddress, 'anonymous')).status).toBe(404)
    expect((await timesAt(foreignAddress, 'dispatcher')).status).toBe(200)
  })
})
