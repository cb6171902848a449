import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFilter } from '../../../src/admin/bookings/list/list-filter.ts'
import { listQueryOf, unreadDates } from '../../../src/admin/bookings/list/list-query.ts'
import { loadToday } from '../../../src/admin/shell/load-today.ts'
import { type App, startApp } from '../../support/app.ts'
import { emailOf } from '../../support/people.ts'
import { insertBooking, ownerOf } from '../../support/records.ts'
import { openShop } from '../../support/shop.ts'

const zone = 'Australia/Sydney'
/** By local time in Sydney: the last minutes of 8, three of 9 and the first minutes of 10 December. */
const starts = {
  before: '2026-12-08T12:50:00.000Z',
  midnight: '2026-12-08T13:00:00.000Z',
  noon: '2026-12-09T01:00:00.000Z',
  late: '2026-12-09T12:50:00.000Z',
  after: '2026-12-09T13:00:00.000Z',
}
type Name = keyof typeof starts

let app: App
const names = new Map<string, string>()

beforeAll(async () => {
  app = await startApp()
  await openShop(app.payload)
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  for (const [number, start] of Object.entries(starts)) {
    const { appointment } = await insertBooking(app.payload, owner, { number, start })
    names.set(appointment, number)
  }
}, 120_000)
afterAll(() => app.stop())

const found = (docs: { id: string }[]) =>
  docs
    .flatMap(({ id }) => names.get(id) ?? [])
    .toSorted((one, other) => {
      const [first, second] = [starts[one as Name], starts[other as Name]]
      return first.localeCompare(second)
    })

const filtered = async (operator: string, value: string) => {
  const query = new URLSearchParams({ [`where[start][${operator}]`]: value, limit: '50' })
  const { body } = await app.request<{ docs: { id: string }[] }>('GET', `/appointments?${query}`, {
    as: 'dispatcher',
  })
  return found(body.docs)
}

const asDispatcher = async () => {
  const { docs } = await app.payload.find({
    collection: 'users',
    where: { email: { equals: emailOf('dispatcher') } },
    overrideAccess: true,
  })
  const user = { ...docs[0], collection: 'users' } as never
  return createLocalReq({ user }, app.payload)
}

describe('a day in a filter is a day of the company', () => {
  test.each([
    ['greater_than_equal', ['midnight', 'noon', 'late', 'after']],
    ['greater_than', ['after']],
    ['less_than', ['before']],
    ['less_than_equal', ['before', 'midnight', 'noon', 'late']],
    ['equals', ['midnight', 'noon', 'late']],
    ['not_equals', ['before', 'after']],
  ])('%s', async (operator, expected) => {
    expect(await filtered(operator, '2026-12-09')).toEqual(expected)
  })

  test('several days are each whole', async () => {
    expect(await filtered('in', '2026-12-08,2026-12-10')).toEqual(['before', 'after'])
  })

  test('an instant is taken as it is', async () => {
    expect(await filtered('greater_than_equal', starts.noon)).toEqual(['noon', 'late', 'after'])
    expect(await filtered('equals', starts.noon)).toEqual(['noon'])
  })

  test('the panel’s lists choose days, which arrive as noon in UTC', async () => {
    const chosen = async (operator: string) => {
      const { docs } = await app.payload.find({
        collection: 'appointments',
        where: { and: [{ start: { [operator]: '2026-12-09T12:00:31.000Z' } }] },
        depth: 0,
        includeLockStatus: true,
        overrideAccess: false,
        req: await asDispatcher(),
      } as never)
      return found(docs)
    }

    expect(await chosen('equals')).toEqual(['midnight', 'noon', 'late'])
    expect(await chosen('greater_than_equal')).toEqual(['midnight', 'noon', 'late', 'after'])
  })
})

describe('the days of the office', () => {
  const shownAt = async (now: string) =>
    found(await loadToday(await asDispatcher(), { zone, now: Date.parse(now) }))

  test('today is the company’s day, whatever day it is in UTC', async () => {
    // A visit takes an hour: the one that began before midnight is under way.
    expect(await shownAt('2026-12-08T15:00:00Z')).toEqual(['before', 'midnight', 'noon', 'late'])
    expect(await shownAt('2026-12-09T14:00:00Z')).toEqual(['late', 'after'])
  })

  test('a list from a day to a day begins where the clocks jump over midnight', () => {
    const query = { tab: 'all', q: '', status: '', source: '', sort: '', page: 1 }
    const days = { from: '2027-09-05', to: '2027-09-05' }

    expect(listFilter({ ...query, ...days }, { zone: 'America/Santiago', customers: [] })).toEqual({
      and: [
        { startsAt: { greater_than_equal: '2027-09-05T04:00:00.000Z' } },
        { startsAt: { less_than: '2027-09-06T03:00:00.000Z' } },
      ],
    })
  })
})

describe('the address of the list', () => {
  test.each([
    [{ from: '2026-12-09', to: '2026-12-10' }, null],
    [{}, null],
    [{ from: '' }, null],
    [
      { from: '9.12.2026' },
      '“9.12.2026” is not a date, so the list is not filtered by it. Pick a day under From or To.',
    ],
    [
      { from: '2026-02-30', to: 'soon' },
      '“2026-02-30” and “soon” are not dates, so the list is not filtered by them. Pick a day under From or To.',
    ],
  ])('%j is refused with its position', (params, words) => {
    expect(unreadDates(params)).toBe(words)
    if (words) expect(listQueryOf(params, ['upcoming'])).toMatchObject({ from: '', to: '' })
  })
})
