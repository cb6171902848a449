import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let day = 2
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

type Line = { id: string; quantity: number; unit_amount: number; total_amount: number }

const linesOf = async (booking: string) =>
  harness.sql<Line>(
    `select id, quantity::int, unit_amount::int, total_amount::int
     from booking_lines where booking_id = $1`,
    [booking],
  )

const bookedLine = async () => {
  day += 1
  const { body } = await harness.book(
    { service: 'direct', start: sydney(day, '09:00'), customerId: harness.shop.customer },
    'dispatcher',
  )
  const [line] = await linesOf(body.id)
  return { booking: body.id, path: `/booking-lines/${line?.id}` }
}

/** Gives the dispatchers' role other permissions; the answer puts its own back. */
const withPermissions = async (change: (own: string[]) => string[]) => {
  const [role] = await harness.sql<{ id: string }>(`select id from roles where slug = 'dispatcher'`)
  const { body } = await harness.send('GET', `/roles/${role?.id}`, 'admin')
  const own = (body as { permissions: string[] }).permissions
  const save = (permissions: string[]) =>
    harness.send('PATCH', `/roles/${role?.id}`, 'admin', { permissions })
  expect((await save(change(own))).code).toBeUndefined()
  return () => save(own)
}

const totalOf = async (booking: string) => {
  const [row] = await harness.sql<{ total: number }>(
    'select totals_total::int as total from bookings where id = $1',
    [booking],
  )
  return row?.total
}

test('a manager changes the quantity and price of a booked service, and the total follows', async () => {
  const { booking, path } = await bookedLine()

  const { code } = await harness.send('PATCH', path, 'admin', { quantity: 3, unitAmount: 9000 })

  expect(code).toBeUndefined()
  expect(await linesOf(booking)).toMatchObject([
    { quantity: 3, unit_amount: 9000, total_amount: 27_000 },
  ])
  expect(await totalOf(booking)).toBe(27_000)
})

test('a role that may only edit prices changes the price, but not the quantity', async () => {
  const { booking, path } = await bookedLine()
  const restore = await withPermissions((own) => [
    ...own.filter((one) => one !== 'booking.edit' && one !== 'price.edit'),
    'price.edit',
  ])

  const priced = await harness.send('PATCH', path, 'dispatcher', { unitAmount: 12_500 })
  const counted = await harness.send('PATCH', path, 'dispatcher', { quantity: 2 })
  await restore()

  expect(priced.code).toBeUndefined()
  expect([counted.status, counted.code]).toEqual([403, 'not-allowed'])
  expect(await linesOf(booking)).toMatchObject([{ quantity: 1, unit_amount: 12_500 }])
  expect(await totalOf(booking)).toBe(12_500)
})

test('a role without the permission to edit prices leaves them as they are', async () => {
  const { booking, path } = await bookedLine()
  const restore = await withPermissions((own) => own.filter((one) => one !== 'price.edit'))

  const priced = await harness.send('PATCH', path, 'dispatcher', { unitAmount: 1 })
  await restore()

  expect([priced.status, priced.code]).toEqual([403, 'not-allowed'])
  expect(await linesOf(booking)).toMatchObject([{ unit_amount: 11_000 }])
})
