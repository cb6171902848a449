import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf } from '../../../src/access/actor.ts'
import { contactChanges } from '../../../src/admin/bookings/page/details-changes.ts'
import { loadBooking } from '../../../src/admin/bookings/page/load-booking.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { requestOf } from '../../support/request-of.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
let day = 2

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

const book = async () => {
  const start = sydney((day += 1), '09:00')
  const wish = { service: 'direct', start, customerId: harness.shop.customer }
  const { body } = await harness.book(wish, 'dispatcher')
  return body.id
}

/** To whom, and in which words of greeting, the confirmation of a booking goes. */
const confirmation = async (booking: string) => {
  const [row] = await harness.sql<{ id: string; key: string }>(
    `select id, key from deliveries where booking_id = $1 and event = 'booking-confirmed'`,
    [booking],
  )
  await harness.deliver(row?.id ?? '')
  const [mail] = await harness.sql<{ to: string; text: string }>(
    `select "to", text from outbox_messages where delivery_key = $1`,
    [row?.key],
  )
  return { to: mail?.to, hello: /Hello ([^,]+),/.exec(mail?.text ?? '')?.[1] }
}

const snapshotOf = async (booking: string) => {
  const [row] = await harness.sql(
    `select customer_snapshot_name as name, customer_snapshot_email as email
     from bookings where id = $1`,
    [booking],
  )
  return row
}

const edited = { name: 'Jo for the flat', email: 'flat@guest.test', phone: '+61412345678' }

test('contact details that are edited on a booking are where its messages go, and what its page shows', async () => {
  const id = await book()
  await harness.send('PATCH', `/bookings/${id}`, 'dispatcher', { customerSnapshot: edited })

  const req = await requestOf(harness, 'dispatcher')
  const view = await loadBooking({ req, actor: await actorOf(req), id })

  expect(await confirmation(id)).toEqual({ to: edited.email, hello: edited.name })
  expect(view?.customer).toEqual({ id: harness.shop.customer, ...edited })
  const [account] = await harness.sql('select name from customers where id = $1', [
    harness.shop.customer,
  ])
  expect(account).toEqual({ name: 'customer' })
})

test('a booking that was not edited follows its account, and one that was does not', async () => {
  const [plain, own, ended] = [await book(), await book(), await book()]
  await harness.send('PATCH', `/bookings/${own}`, 'dispatcher', { customerSnapshot: edited })
  await harness.send('POST', `/bookings/${ended}/cancel`, 'dispatcher', { reason: 'Not needed' })
  const before = await snapshotOf(ended)

  const change = { name: 'Jo Park', email: 'jo.park@people.test' }
  const changed = await harness.send(
    'PATCH',
    `/customers/${harness.shop.customer}`,
    'dispatcher',
    change,
  )

  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  expect(await snapshotOf(plain)).toEqual(change)
  expect(await snapshotOf(own)).toEqual({ name: edited.name, email: edited.email })
  expect(await snapshotOf(ended)).toEqual(before)
  expect(await confirmation(plain)).toEqual({ to: change.email, hello: 'Jo Park' })
  const history = await harness.historyOf(plain)
  expect(history.at(-1)).toMatchObject({ command: 'follow-account', actor_kind: 'system' })
})

test('contact details that are edited on a booking may change the account too', async () => {
  const [own, other] = [await book(), await book()]
  const [before] = await harness.sql<{ name: string; phone: string | null; email: string }>(
    'select name, phone, email from customers where id = $1',
    [harness.shop.customer],
  )
  const shown = { name: before?.name ?? '', phone: before?.phone ?? '', email: before?.email ?? '' }
  const change = contactChanges(shown, { ...shown, name: ' Jo Marsh ', phone: '0491 570 156' })
  expect(change).toEqual({ name: 'Jo Marsh', phone: '0491 570 156' })

  const saved = await harness.send('PATCH', `/bookings/${own}`, 'dispatcher', {
    customerSnapshot: change,
  })
  const [account] = await harness.sql('select name from customers where id = $1', [
    harness.shop.customer,
  ])
  const offered = await harness.send(
    'PATCH',
    `/customers/${harness.shop.customer}`,
    'dispatcher',
    change,
  )

  expect([saved.status, offered.status]).toEqual([200, 200])
  expect(account).toEqual({ name: shown.name })
  expect(await snapshotOf(own)).toEqual({ name: 'Jo Marsh', email: shown.email })
  expect(await snapshotOf(other)).toEqual({ name: 'Jo Marsh', email: shown.email })
})
