import { afterAll, expect, test } from 'vitest'
import { openMoveHarness } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

const { harness, one, other, book, reschedule } = await openMoveHarness()
afterAll(() => harness.stop())

type Row = Record<string, unknown>

test('customers move their own bookings where the portal allows it, and no one else’s', async () => {
  const id = await book({ start: sydney(16, '09:00'), fieldworker: one })
  const to = { start: sydney(16, '10:30'), comment: 'Late train' }
  expect((await reschedule(id, to, 'customer')).code).toBe('feature-off')

  const allow = (customersMayReschedule: boolean) =>
    harness.app.payload.updateGlobal({
      slug: 'portal-settings',
      data: { customersMayReschedule },
      overrideAccess: true,
    })
  await allow(true)
  const named = await reschedule(id, { ...to, fieldworker: other }, 'customer')
  const odd = await reschedule(id, { start: sydney(16, '10:10') }, 'customer')
  const foreign = await harness.send('POST', `/bookings/${id}/reschedule`, 'otherCustomer', to)
  const moved = await reschedule(id, to, 'customer')
  await allow(false)

  expect([named.code, odd.code, foreign.code]).toEqual([
    'not-allowed',
    'invalid-input',
    'not-found',
  ])
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect(moved.booking).toMatchObject({ status: 'confirmed' })
})

test('a booking is too near to be moved by its customer when its notice has begun', async () => {
  const id = await book({ start: sydney(1, '07:30'), fieldworker: one })
  await harness.sql(`update bookings set starts_at = now() + interval '2 hours' where id = $1`, [
    id,
  ])
  await harness.app.payload.updateGlobal({
    slug: 'portal-settings',
    data: { customersMayReschedule: true },
    overrideAccess: true,
  })
  const { code } = await reschedule(id, { start: sydney(16, '15:00') }, 'customer')
  expect(code).toBe('outside-booking-window')
})

test('a customer who moves a service that needs approval asks for it again', async () => {
  const id = await book({ service: 'approval', start: sydney(17, '09:00'), fieldworker: one })
  await harness.send('POST', `/bookings/${id}/approve`, 'manager')
  expect(await harness.statusOf(id)).toBe('confirmed')

  const { booking } = await reschedule(id, { start: sydney(17, '11:00') }, 'customer')

  expect(booking).toMatchObject({ status: 'pending', gates: { approval: 'open' } })
})

test('a pending booking is moved in place, not succeeded', async () => {
  const id = await book({ service: 'request', start: sydney(18, '09:00'), fieldworker: one })
  const refused = await reschedule(id, { start: sydney(18, '12:00') })
  const [visit] = await harness.visitsOf(id)

  const retimed = await harness.send('POST', `/bookings/${id}/retime`, 'dispatcher', {
    start: sydney(18, '12:00'),
  })

  expect(refused.code).toBe('transition-refused')
  expect(retimed.status, JSON.stringify(retimed.body)).toBe(200)
  expect(await harness.statusOf(id)).toBe('pending')
  const [moved] = await harness.sql<Row>(
    'select a.start, a.fieldworker_id, b.starts_at, o.starts_at as held from appointments a join bookings b on b.id = a.booking_id join occupancies o on o.appointment_id = a.id where a.id = $1',
    [visit?.id],
  )
  const at = new Date(sydney(18, '12:00'))
  expect(moved).toEqual({ start: at, fieldworker_id: one, starts_at: at, held: at })
  const offers = await harness.sql<Row>(
    'select state from assignment_offers where appointment_id = $1 order by created_at, sent_at',
    [visit?.id],
  )
  expect(offers.map(({ state }) => state)).toEqual(['withdrawn', 'pending'])
  const told = await harness.messagesOf(id)
  expect(told.filter((word) => word === 'email:booking-retimed:customer')).toHaveLength(1)
  expect(told).not.toContain('email:offer-withdrawn:fieldworker')
})

test('start, end and person cannot be altered by a plain save, whatever it calls itself', async () => {
  const id = await book({ start: sydney(19, '09:00'), fieldworker: one })
  const [visit] = await harness.visitsOf(id)
  const at = `/appointments/${visit?.id}`
  const start = sydney(19, '12:00')
  const codes: (string | undefined)[] = []
  for (const body of [
    { start },
    { end: sydney(19, '13:00') },
    { fieldworker: other },
    { start, command: { name: 'confirm' } },
    { start, command: { name: 'reschedule', as: 'caller' } },
    { start, command: { name: 'retime', as: 'system' } },
    { busyStart: start },
    { replacedBy: visit?.id },
    { status: 'rescheduled' },
    { status: 'rescheduled', command: { name: 'reschedule' } },
  ]) {
    codes.push((await harness.send('PATCH', at, 'admin', body)).code)
  }
  const late = { startsAt: start }
  codes.push((await harness.send('PATCH', `/bookings/${id}`, 'admin', late)).code)
  codes.push(
    (await harness.send('PATCH', `/bookings/${id}`, 'admin', { status: 'rescheduled' })).code,
  )
  // Outside the office the field is not even read.
  await harness.send('PATCH', at, 'customer', { start, command: { name: 'reschedule' } })
  await harness.send('PATCH', at, 'fieldworker', { start, command: { name: 'reschedule' } })

  expect(codes.every((code) => code !== undefined)).toBe(true)
  expect(
    (await harness.visitsOf(id)).map(({ status, fieldworker_id }) => [status, fieldworker_id]),
  ).toEqual([['confirmed', one]])
  const [now] = await harness.sql<Row>('select start from appointments where id = $1', [visit?.id])
  expect(now).toEqual({ start: new Date(sydney(19, '09:00')) })
})
