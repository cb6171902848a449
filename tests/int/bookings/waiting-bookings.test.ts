import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf } from '../../../src/access/actor.ts'
import { loadRows } from '../../../src/admin/bookings/list/load-rows.ts'
import { loadBooking } from '../../../src/admin/bookings/page/load-booking.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { requestOf } from '../../support/request-of.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let day = 2

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const booked = async (service: 'direct' | 'request') => {
  day += 1
  const { body } = await harness.book(
    {
      ...{ service, start: sydney(day, '09:00'), customerId: harness.shop.customer },
      fieldworker: harness.shop.people[0],
    },
    'dispatcher',
  )
  const [visit] = await harness.visitsOf(body.id)
  return { booking: body.id, visit: visit?.id ?? '' }
}

const viewOf = async (id: string, person: Person) => {
  const req = await requestOf(harness, person)
  return loadBooking({ req, actor: await actorOf(req), id })
}

const rowOf = async (id: string, person: Person) => {
  const req = await requestOf(harness, person)
  const { rows } = await loadRows({
    req,
    where: { id: { equals: id } },
    sort: '-startsAt',
    limit: 5,
  })
  return rows[0]
}

/** As if the booking waited for its customer, too. */
const waitForCustomer = (id: string) =>
  harness.sql(`update bookings set status = 'pending', gates_customer = 'open' where id = $1`, [id])

test('the customer’s OK is recorded in one step, and confirms what waits for nothing else', async () => {
  const { booking } = await booked('direct')
  await waitForCustomer(booking)
  const view = await viewOf(booking, 'dispatcher')
  expect(view?.moves).toContain('confirm-for-customer')
  expect(view?.needsReason).toEqual(['confirm'])

  const path = `/bookings/${booking}/confirm-for-customer`
  expect((await harness.send('POST', path, 'fieldworker')).status).toBe(403)
  expect((await harness.send('POST', path, 'dispatcher')).status).toBe(200)

  expect(await harness.statusOf(booking)).toBe('confirmed')
  const [event] = await harness.sql<{ command: string }>(
    `select command from audit_events where booking = $1 and subject_type = 'bookings'
      order by at desc limit 1`,
    [booking],
  )
  expect(event?.command).toBe('confirm-for-customer')
  expect((await viewOf(booking, 'dispatcher'))?.moves).not.toContain('confirm-for-customer')
})

test('confirming without the customer’s answer takes a reason, which the list asks for as well', async () => {
  const { booking } = await booked('direct')
  await waitForCustomer(booking)
  expect(await rowOf(booking, 'dispatcher')).toMatchObject({
    moves: expect.arrayContaining(['confirm']),
    isConfirmAsking: true,
  })

  const path = `/bookings/${booking}/confirm`
  expect((await harness.send('POST', path, 'dispatcher')).status).toBe(422)
  expect(
    (await harness.send('POST', path, 'dispatcher', { reason: 'Said yes by SMS' })).status,
  ).toBe(200)
})

test('an offer shows by when it has to be answered, late or not, and is accepted from the list', async () => {
  const { booking, visit } = await booked('request')
  const row = await rowOf(booking, 'dispatcher')
  expect(row).toMatchObject({ acceptable: [visit], answerDue: { isLate: false } })
  expect(row?.moves).toContain('accept')

  const past = new Date(Date.now() - 3_600_000).toISOString()
  await harness.sql('update assignment_offers set respond_by = $2 where appointment_id = $1', [
    visit,
    past,
  ])
  expect((await rowOf(booking, 'dispatcher'))?.answerDue).toEqual({ at: past, isLate: true })
  const view = await viewOf(booking, 'dispatcher')
  expect(view?.visits[0]?.offers).toMatchObject([{ respondBy: past, isLate: true }])

  const path = `/bookings/${booking}/appointments/accept`
  expect((await harness.send('POST', path, 'dispatcher', { ids: row?.acceptable })).status).toBe(
    200,
  )
  expect(await rowOf(booking, 'dispatcher')).toMatchObject({
    ...{ acceptable: [], answerDue: undefined },
  })
})

test('a declined visit shows who declined it and why', async () => {
  const { booking, visit } = await booked('request')
  await harness.send('POST', `/appointments/${visit}/decline`, 'fieldworker', {
    reason: 'On another job',
  })

  const view = await viewOf(booking, 'dispatcher')
  expect(view?.visits[0]?.declines).toMatchObject([{ reason: 'On another job' }])
})
