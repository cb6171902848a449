import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchAnswer } from '../../../src/contracts/records/search.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { insert } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let booked: { id: string; number: string }

beforeAll(async () => {
  harness = await openHarness()
  const email = 'zoe@guest.test'
  const customer = { name: 'Zoë O’Shea', email, phone: '0491 570 156' }
  booked = (await harness.book({ service: 'request', start: sydney(2, '09:00'), customer })).body
  const [owner] = await harness.sql<{ id: string }>(`select id from customers where email = $1`, [
    email,
  ])
  await insert(harness.app.payload, 'addresses', {
    customer: owner?.id,
    line1: '7 Łąka Crescent',
    suburb: 'Marrickville',
    postcode: '2204',
  })
}, 120_000)
afterAll(() => harness.stop())

const search = async (q: string, as: Parameters<Harness['send']>[2] = 'admin') => {
  const { body, status } = await harness.send(
    'GET',
    `/app/search?${new URLSearchParams({ q })}`,
    as,
  )
  return { status, ...(body as unknown as SearchAnswer) }
}

describe('a search of everything', () => {
  test.each([
    ['the name without accents', 'zoe o’shea'],
    ['the phone number as people write it', '0491-570-156'],
    ['a part of the email address', 'ZOE@guest'],
  ])('finds the customer and the booking by %s', async (_, q) => {
    const { bookings, customers } = await search(q)
    expect(bookings.map(({ id }) => id)).toEqual([booked.id])
    expect(customers.map(({ title }) => title)).toEqual(['Zoë O’Shea'])
  })

  test('finds a booking by its number', async () => {
    const { bookings } = await search(booked.number.toLowerCase())
    expect(bookings.map(({ id }) => id)).toContain(booked.id)
    expect(bookings[0]?.title).toBe(`${booked.number} · Zoë O’Shea`)
  })

  test('finds a customer by an address, in any spelling', async () => {
    const { customers } = await search('laka cres')
    expect(customers.map(({ title }) => title)).toEqual(['Zoë O’Shea'])
  })

  test('finds bookings by the name of their service', async () => {
    const [service] = await harness.sql<{ name: string }>(
      `select s.name from appointments a join services s on s.id = a.service_id
       where a.booking_id = $1`,
      [booked.id],
    )
    const { bookings } = await search(service?.name.toLowerCase() ?? '')
    expect(bookings.map(({ id }) => id)).toContain(booked.id)
  })

  test('writes phone numbers as the country does', async () => {
    const { customers } = await search('zoe')
    expect(customers[0]?.detail).toContain('0491 570 156')
  })

  test('finds nothing by a sign that stands for any other elsewhere', async () => {
    const answer = await search('%%')
    expect([answer.bookings, answer.customers, answer.fieldworkers]).toEqual([[], [], []])
  })

  test.each([
    ['a customer', 'customer'],
    ['a fieldworker', 'fieldworker'],
  ] as const)('is refused to %s', async (_, who) => {
    expect((await search('zoe', who)).status).toBe(403)
  })

  test('asks a visitor to sign in', async () => {
    expect((await search('zoe', 'anonymous')).status).toBe(401)
  })
})
