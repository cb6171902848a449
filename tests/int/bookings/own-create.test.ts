import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
})
afterAll(() => harness.stop())

const customer = { name: 'Stranger', email: 'stranger@guests.test' }

const allow = () =>
  harness.sql(
    `insert into roles_permissions ("order", parent_id, value)
      select 99, id, 'own.create' from roles where slug = 'fieldworker'`,
  )

test('a fieldworker books for no one unless the role says so', async () => {
  const start = sydney(3, '09:00')
  const { status, code } = await harness.book({ service: 'direct', start, customer }, 'fieldworker')

  expect([status, code]).toEqual([403, 'not-allowed'])
  expect(await harness.sql('select 1 from bookings')).toEqual([])
})

test('with the right a fieldworker books as customers do: times on offer, services on sale', async () => {
  await allow()
  const book = (body: object) =>
    harness.book({ service: 'direct', customer, ...body }, 'fieldworker')

  const offGrid = await book({ start: sydney(3, '09:07') })
  const tooFar = await book({ start: sydney(4000, '09:00') })
  const named = await book({ start: sydney(3, '09:00'), fieldworker: harness.shop.people[1] })
  const onFile = await book({ start: sydney(3, '09:00'), customerId: harness.shop.customer })
  const fine = await book({ start: sydney(3, '09:00') })

  expect([offGrid.status, tooFar.status, named.status, onFile.status]).toEqual([422, 422, 403, 403])
  expect(fine.status).toBe(201)
})
