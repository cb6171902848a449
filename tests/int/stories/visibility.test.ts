import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
const made: Record<'mine' | 'theirs', { id: string; number: string }> = {} as never

beforeAll(async () => {
  harness = await openHarness()
  const customers = await harness.sql<{ id: string; name: string }>(
    'select id, name from customers',
  )
  const idOf = (name: string) => customers.find((one) => one.name === name)?.id
  const [first, second] = harness.shop.people
  const book = async (customerId: string | undefined, fieldworker: string, time: string) => {
    const start = sydney(11, time)
    const body = { service: 'direct', start, customerId, fieldworker, notes: `secret ${time}` }
    const answer = await harness.book(body, 'dispatcher')
    expect(answer.code).toBeUndefined()
    return answer.body
  }
  made.mine = await book(idOf('customer'), first, '09:00')
  made.theirs = await book(idOf('otherCustomer'), second, '11:00')
}, 120_000)
afterAll(() => harness.stop())

const seenBy: [Person, ('mine' | 'theirs')[]][] = [
  ['admin', ['mine', 'theirs']],
  ['fieldworker', ['mine']],
  ['otherFieldworker', ['theirs']],
  ['customer', ['mine']],
  ['otherCustomer', ['theirs']],
  ['anonymous', []],
]

const collections = ['bookings', 'appointments'] as const

test.each(seenBy)(
  '%s lists, counts, filters and opens %j and nothing else',
  async (person, own) => {
    const ids = own.map((key) => made[key].id).sort()
    for (const collection of collections) {
      const key = collection === 'bookings' ? 'id' : 'booking'
      const list = await harness.send('GET', `/${collection}?depth=0&limit=100`, person)
      const docs = (list.body as { docs?: Record<string, string>[] }).docs ?? []
      expect(docs.map((doc) => doc[key]).sort()).toEqual(ids)
      const count = await harness.send('GET', `/${collection}/count`, person)
      expect((count.body as { totalDocs?: number }).totalDocs ?? 0).toBe(ids.length)
    }
    for (const { id, number } of Object.values(made)) {
      const one = await harness.send('GET', `/bookings/${id}?depth=2`, person)
      expect(one.status === 200).toBe(ids.includes(id))
      const filter = `where[number][equals]=${encodeURIComponent(number)}`
      const found = await harness.send('GET', `/bookings?depth=0&${filter}`, person)
      expect((found.body as { docs?: unknown[] }).docs?.length ?? 0).toBe(ids.includes(id) ? 1 : 0)
    }
  },
)

test('nothing of another’s booking shows in what the site answers', async () => {
  const pages = [
    ['customer', '/app/me/bookings'],
    ['customer', `/app/me/bookings/${made.mine.id}`],
    ['fieldworker', '/app/me/offers'],
    ['fieldworker', '/app/me/visits'],
    ['fieldworker', '/app/me/notifications'],
    ['customer', '/app/me/notifications'],
  ] as const
  for (const [person, path] of pages) {
    const { status, body } = await harness.send('GET', path, person)
    expect(status).toBe(200)
    const said = JSON.stringify(body)
    expect(said).not.toContain(made.theirs.id)
    expect(said).not.toContain(made.theirs.number)
    expect(said).not.toContain('secret 11:00')
  }
  const foreign = await harness.send('GET', `/app/me/bookings/${made.theirs.id}`, 'customer')
  expect(foreign.status).toBe(404)
  const tabs = await harness.send('GET', '/app/tabs', 'fieldworker')
  expect(tabs.status).toBe(403)
})
