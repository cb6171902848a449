import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type FinderAnswer,
  finderAnswerSchema,
  type NearbyAnswer,
  nearbyAnswerSchema,
  type NearestAnswer,
  nearestAnswerSchema,
} from '../../../src/contracts/scheduling/finder.ts'
import type { Person } from '../../support/people.ts'
import { insert, insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'
import {
  type Asked,
  asSeed,
  openSlotHarness,
  queryOf,
  type Refused,
  type SlotHarness,
} from '../../support/slot-harness.ts'

let harness: SlotHarness

beforeAll(async () => {
  harness = await openSlotHarness()
})
afterAll(() => harness?.stop())

const find = async (asked: Asked, as: Person = 'dispatcher') => {
  const path = `/app/finder?${queryOf({ postcode: '2000', ...asked })}`
  const answer = await harness.app.request<FinderAnswer & Refused>('GET', path, { as })
  if (answer.status === 200) finderAnswerSchema.parse(answer.body)
  return answer
}
const near = async (asked: Asked, as: Person = 'dispatcher') => {
  const path = `/app/nearby?${queryOf(asked)}`
  const answer = await harness.app.request<NearbyAnswer & Refused>('GET', path, { as })
  if (answer.status === 200) nearbyAnswerSchema.parse(answer.body)
  return answer
}

const here = { lat: -33.8568, lng: 151.2153 }
const kmEast = (km: number) => ({ lat: here.lat, lng: here.lng + km / 92.34 })
const ten = '2026-09-23T00:00:00.000Z'
const day = { from: '2026-09-23', to: '2026-09-23' }

/** A visit of an hour of the person at a point; its occupancy follows. */
const visitAt = async (
  fieldworker: string,
  { number, start, point }: { number: string; start: string; point: { lat: number; lng: number } },
) => {
  const { payload, url } = harness.app
  const owner = await ownerOf(payload, 'customer', 'fieldworker')
  const made = await insertBooking(payload, { ...owner, fieldworker }, { number, start })
  await runSql(
    url,
    'update addresses set coordinates_lat = $2, coordinates_lng = $3 where id = $1',
    [made.address, point.lat, point.lng],
  )
  await insert(payload, 'occupancies', {
    fieldworker,
    appointment: made.appointment,
    startsAt: start,
    endsAt: new Date(Date.parse(start) + 3_600_000).toISOString(),
    kind: 'visit',
    exclusive: true,
  })
  return made
}
const rename = (id: string, data: object) =>
  harness.app.payload.update({ collection: 'fieldworkers', id, data, ...asSeed })

describe('the finder', () => {
  test('puts free people first, then the nearest, then the least loaded', async () => {
    const { slug, service, person } = await harness.open()
    const [far, close, taken] = (await Promise.all(
      ['Far', 'Close', 'Taken'].map((name) => harness.hire(name, service)),
    )) as { id: string }[]
    await rename(person, { name: 'Nowhere' })
    await rename(far?.id ?? '', { home: kmEast(30) })
    await rename(close?.id ?? '', { home: kmEast(5) })
    await rename(taken?.id ?? '', { home: kmEast(1) })
    await visitAt(taken?.id ?? '', { number: 'F-1', start: ten, point: kmEast(1) })

    const { body } = await find({ service: slug, ...day, start: ten, ...here })

    expect(body.people.map(({ name }) => name)).toEqual(['Close', 'Far', 'Nowhere', 'Taken'])
    expect(body.people.map(({ free }) => free)).toEqual([true, true, true, false])
    expect(body.people[0]).toMatchObject({ distanceKm: 5, distanceFrom: 'home' })
    expect(body.people[2]).toMatchObject({ distanceKm: null, distanceFrom: null })
    expect(body.people[3]?.causes[0]).toMatchObject({ code: 'occupied' })
    expect(body.others.length).toBeGreaterThan(0)
    expect(body.others.every(({ causes }) => causes[0]?.code === 'service')).toBe(true)
  })

  test('measures from the visit beside the time asked for, not from home', async () => {
    const { slug, person } = await harness.open()
    await rename(person, {
      home: kmEast(50),
      workingHours: [{ days: ['wed'], start: '06:00', end: '20:00' }],
    })
    await visitAt(person, { number: 'F-2', start: '2026-09-22T21:00:00Z', point: kmEast(4) })
    await visitAt(person, { number: 'F-3', start: '2026-09-23T06:00:00Z', point: kmEast(9) })

    const { body } = await find({ service: slug, ...day, start: ten, ...here })

    expect(body.people[0]).toMatchObject({
      free: true,
      distanceKm: 4,
      travelMinutes: 7,
      distanceFrom: 'visit',
      visits: 2,
      workingMinutes: 840,
      freeMinutes: 720,
    })
    expect(body.people[0]?.busy.map(({ kind }) => kind)).toEqual(['visit', 'visit'])
    expect(body.people[0]?.open).toHaveLength(3)
  })

  test('finds for a visit, whose own time counts as free', async () => {
    const { person } = await harness.open()
    const made = await visitAt(person, { number: 'F-4', start: ten, point: here })
    await rename(person, { services: [made.service] })

    const { status, body } = await find({ appointment: made.appointment, postcode: undefined })

    expect(status).toBe(200)
    expect(body).toMatchObject({ from: '2026-09-23', start: ten, service: { id: made.service } })
    expect(body.people.find(({ id }) => id === person)).toMatchObject({ free: true })
  })

  test('knows of a postcode alone about where it is, and reckons no way from that', async () => {
    const { slug, person } = await harness.open()
    await rename(person, { home: kmEast(5) })
    const placed = async () => (await find({ service: slug, ...day })).body
    await runSql(harness.app.url, 'update addresses set coordinates_lat = null')
    expect((await placed()).place).toMatchObject({ coordinates: null, approximate: null })
    await visitAt(person, { number: 'F-5', start: '2026-10-01T00:00:00Z', point: kmEast(1) })
    await visitAt(person, { number: 'F-6', start: '2026-10-02T00:00:00Z', point: kmEast(2) })
    const { place, people } = await placed()
    expect(place).toMatchObject({ coordinates: null, approximate: { lat: -33.86, lng: 151.23 } })
    expect(people.map(({ distanceKm }) => distanceKm)).toEqual([null])
  })

  test('lists what the others lack', async () => {
    const skill = await insert(harness.app.payload, 'skills', { name: 'Gas' })
    const { slug, person } = await harness.open({ service: { skills: [skill] } })
    const { body } = await find({ service: slug, ...day })
    expect(body.people).toEqual([])
    expect(body.others.find(({ id }) => id === person)?.causes).toMatchObject([
      { code: 'skill', skills: [{ name: 'Gas' }] },
    ])
    expect(body.start).toBeNull()
  })

  test('is for the office only', async () => {
    const { slug } = await harness.open()
    expect((await find({ service: slug, ...day }, 'anonymous')).status).toBe(401)
    expect((await find({ service: slug, ...day }, 'customer')).status).toBe(403)
    expect((await find({ service: slug, ...day }, 'fieldworker')).status).toBe(403)
  })

  test.each<[string, Asked]>([
    ['service', { ...day }],
    ['from', { service: 'direct' }],
    ['to', { service: 'direct', from: '2026-09-23', to: '2026-12-01' }],
    ['postcode', { service: 'direct', ...day, postcode: '9999' }],
    ['start', { service: 'direct', ...day, start: 'x' }],
    ['appointment', { appointment: 'x' }],
  ])('refuses a question with the field %s', async (field, asked) => {
    const { status, body } = await find(asked)
    expect(status).toBe(422)
    expect(body.errors?.[0]).toMatchObject({ code: 'invalid-input', field })
  })

  test('costs the same statements however many people there are', async () => {
    const { slug, service } = await harness.open()
    const { pool } = harness.app.payload.db as unknown as {
      pool: { Client: { prototype: { query: (...input: unknown[]) => unknown } } }
    }
    const statements = async () => {
      const sent = vi.spyOn(pool.Client.prototype, 'query')
      await find({ service: slug, ...day, start: ten, ...here })
      const count = sent.mock.calls.length
      sent.mockRestore()
      return count
    }
    await statements()
    const few = await statements()
    for (let index = 0; index < 10; index += 1) await harness.hire(`More ${index}`, service)
    await statements()
    expect(await statements()).toBe(few)
  })
})

describe('nearby visits', () => {
  test('are those of the day, the nearest first', async () => {
    const { person } = await harness.open()
    const start = '2026-09-28T00:00:00Z'
    const middle = await visitAt(person, { number: 'N-1', start, point: here })
    const { person: other } = await harness.open()
    await visitAt(other, { number: 'N-2', start, point: kmEast(8) })
    await visitAt(other, { number: 'N-3', start: '2026-09-28T03:00:00Z', point: kmEast(2) })
    await visitAt(other, { number: 'N-4', start: '2026-09-28T06:00:00Z', point: kmEast(80) })
    await visitAt(other, { number: 'N-5', start: '2026-09-29T03:00:00Z', point: kmEast(1) })

    const { body } = await near({ appointment: middle.appointment })

    expect(body.date).toBe('2026-09-28')
    expect(body.visits.map(({ booking }) => booking.number)).toEqual(['N-3', 'N-2'])
    expect(body.visits[0]).toMatchObject({ fieldworker: { id: other }, place: '1 Test Street' })
    expect(body.visits[0]?.distanceKm).toBeCloseTo(2, 1)
    const wide = await near({ date: '2026-09-28', ...here, withinKm: 100 })
    expect(wide.body.visits.map(({ booking }) => booking.number)).toEqual([
      'N-1',
      'N-3',
      'N-2',
      'N-4',
    ])
    const first = await near({ date: '2026-09-28', ...here, withinKm: 100, limit: 2 })
    expect(first.body.visits).toHaveLength(2)
  })

  test('are not those of cancelled work or of deleted bookings', async () => {
    const { person } = await harness.open()
    const at = { date: '2026-10-07', ...here }
    const start = '2026-10-07T00:00:00Z'
    const one = await visitAt(person, { number: 'N-6', start, point: here })
    const two = await visitAt(person, {
      number: 'N-7',
      start: '2026-10-07T03:00:00Z',
      point: here,
    })
    expect((await near(at)).body.visits).toHaveLength(2)
    await runSql(harness.app.url, "update appointments set status = 'cancelled' where id = $1", [
      one.appointment,
    ])
    await runSql(harness.app.url, 'update bookings set deleted_at = now() where id = $1', [
      two.booking,
    ])
    expect((await near(at)).body.visits).toEqual([])
  })

  test('are no one’s but the office’s, and need a point', async () => {
    const at = { date: '2026-10-07', ...here }
    expect((await near(at, 'anonymous')).status).toBe(401)
    expect((await near(at, 'customer')).status).toBe(403)
    expect((await near(at, 'fieldworker')).status).toBe(403)
    expect((await near({ date: '2026-10-07' })).body.errors?.[0]).toMatchObject({ field: 'lat' })
    expect((await near({ ...at, timezone: 'Mars/Base' })).status).toBe(422)
  })
})

describe('the nearest who are free', () => {
  const nearest = (asked: Asked, as: Person = 'dispatcher') =>
    harness.app.request<NearestAnswer & Refused>(
      'GET',
      `/app/finder/nearest?${queryOf({ postcode: '2000', ...asked })}`,
      { as },
    )

  test('come in the order of their way, without those who are taken', async () => {
    const { slug, service, person } = await harness.open()
    const [far, close, taken] = (await Promise.all(
      ['Far', 'Close', 'Taken'].map((name) => harness.hire(name, service)),
    )) as { id: string }[]
    await rename(person, { name: 'Nowhere' })
    await rename(far?.id ?? '', { home: kmEast(30) })
    await rename(close?.id ?? '', { home: kmEast(5) })
    await visitAt(taken?.id ?? '', { number: 'P-1', start: ten, point: kmEast(1) })

    const { status, body } = await nearest({ service: slug, start: ten, ...here })

    expect(status).toBe(200)
    nearestAnswerSchema.parse(body)
    expect(body.people.map(({ name, distanceKm }) => [name, distanceKm])).toEqual([
      ['Close', 5],
      ['Far', 30],
      ['Nowhere', null],
    ])
  })

  test('are the same people whom the finder calls free', async () => {
    const { slug, service } = await harness.open()
    for (const name of ['One', 'Two', 'Three']) await harness.hire(name, service)
    for (const start of [ten, '2026-09-22T23:00:00Z', '2026-09-23T07:30:00Z']) {
      const found = await find({ service: slug, start, ...here })
      const free = found.body.people.filter((one) => one.free).map(({ id }) => id)
      const { body } = await nearest({ service: slug, start, ...here })
      expect(body.people.map(({ id }) => id).toSorted()).toEqual(free.toSorted())
    }
  })

  test('are shown to the office only, for the time asked about', async () => {
    const { slug } = await harness.open()
    expect((await nearest({ service: slug, start: ten }, 'customer')).status).toBe(403)
    expect((await nearest({ service: slug, ...day })).body.errors?.[0]?.field).toBe('start')
  })
})
