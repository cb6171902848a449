import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SlotsAnswer } from '../../../src/contracts/scheduling/slots.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { insert } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const linkTo = async (booking: string, purpose: 'cancel' | 'reschedule' | 'view') => {
  const token = randomBytes(32).toString('base64url')
  await harness.app.payload.db.create({
    collection: 'links',
    data: {
      purpose,
      subjectType: 'bookings',
      subjectId: booking,
      tokenHash: createHash('sha256').update(token).digest('hex'),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      maxUses: 1,
    },
  })
  return `/app/links/${token}`
}

const allow = (customersMayReschedule: boolean) =>
  harness.app.payload.updateGlobal({
    slug: 'portal-settings',
    data: { customersMayReschedule },
    overrideAccess: true,
  })

type View = { booking: { id: string; startsAt: string; reschedule: { allowed: boolean } } }
const ask = <Body = View>(method: string, path: string, body?: object) =>
  harness.app.request<Body>(method, path, body ? { body } : {})
const codeOf = (body: unknown) => (body as { errors?: { code: string }[] }).errors?.[0]?.code

test('a mailed link moves a booking while the portal allows it, and then shows the new one', async () => {
  const booked = await harness.book({ service: 'direct', start: sydney(6, '09:00') }, 'customer')
  const id = booked.body.id
  const link = await linkTo(id, 'reschedule')
  const body = { start: sydney(6, '12:00') }

  expect(codeOf((await ask('POST', `${link}/reschedule`, body)).body)).toBe('feature-off')
  await allow(true)
  const view = await linkTo(id, 'view')
  expect(codeOf((await ask('POST', `${view}/reschedule`, body)).body)).toBe('not-allowed')
  const day = sydney(6, '12:00').slice(0, 10)
  const slots = await ask<SlotsAnswer>('GET', `${link}/slots?from=${day}&to=${day}`)
  const starts = slots.body.slots.map(({ start }) => start)
  expect(starts).toEqual(expect.arrayContaining([body.start, sydney(6, '09:30')]))
  expect((await ask('GET', link)).body.booking.reschedule.allowed).toBe(true)

  const moved = await ask('POST', `${link}/reschedule`, body)

  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect(moved.body.booking.id).not.toBe(id)
  const shown = await ask('GET', view)
  expect(shown.body.booking).toMatchObject({ id: moved.body.booking.id, startsAt: body.start })
})

test('the customer’s own page offers the times and says when it is too late', async () => {
  await allow(true)
  const { body } = await harness.book({ service: 'direct', start: sydney(8, '09:00') }, 'customer')
  const day = sydney(8, '12:00').slice(0, 10)
  const slots = await harness.send(
    'GET',
    `/app/me/bookings/${body.id}/slots?from=${day}&to=${day}`,
    'customer',
  )
  expect((slots.body as unknown as SlotsAnswer).slots.length).toBeGreaterThan(3)
  const foreign = await harness.send(
    'GET',
    `/app/me/bookings/${body.id}/slots?from=${day}&to=${day}`,
    'otherCustomer',
  )
  expect(foreign.code).toBe('not-found')

  await harness.sql(`update bookings set starts_at = now() + interval '3 hours' where id = $1`, [
    body.id,
  ])
  const { body: late } = await harness.send('GET', `/app/me/bookings/${body.id}`, 'customer')
  expect(late['booking']).toMatchObject({ reschedule: { allowed: false, noticeHours: 24 } })
})

test('a time chosen for a move is held until the move takes it', async () => {
  await allow(true)
  const { body } = await harness.book({ service: 'direct', start: sydney(10, '09:00') }, 'customer')
  const path = `/app/me/bookings/${body.id}`
  const keep = (wish: object, as: 'customer' | 'otherCustomer' = 'customer') =>
    harness.send('POST', `${path}/holds`, as, wish)
  const day = sydney(10, '12:00').slice(0, 10)
  const freeAt = async (start: string, more = '') => {
    const asked = await harness.send(
      'GET',
      `${path}/slots?from=${day}&to=${day}${more}`,
      'customer',
    )
    const { slots } = asked.body as unknown as SlotsAnswer
    return slots.find((slot) => slot.start === start)?.available ?? 0
  }
  const start = sydney(10, '12:00')
  // One of the two has something else then.
  await insert(harness.app.payload, 'occupancies', {
    ...{ fieldworker: harness.shop.people[1], startsAt: start, endsAt: sydney(10, '13:00') },
    ...{ kind: 'external', exclusive: true },
  })

  const kept = await keep({ start })

  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  const hold = String(kept.body['id'])
  expect([await freeAt(start), await freeAt(start, `&hold=${hold}`)]).toEqual([0, 1])
  expect((await keep({ start }, 'otherCustomer')).code).toBe('not-found')
  // Beside its own time there is nothing to keep.
  expect((await keep({ start: sydney(10, '09:30') })).status).toBe(204)
  const link = await linkTo(body.id, 'view')
  expect(codeOf((await ask('POST', `${link}/holds`, { start })).body)).toBe('not-allowed')
  const moving = await linkTo(body.id, 'reschedule')
  const byLink = await ask<{ id: string }>('POST', `${moving}/holds`, { start, hold })
  expect([byLink.status, byLink.body.id]).toEqual([200, hold])

  const moved = await harness.send('POST', `/bookings/${body.id}/reschedule`, 'customer', {
    start,
    hold,
  })
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  const rows = await harness.sql(`select kind from occupancies where source_ref like 'hold:%'`)
  expect(rows).toEqual([])
  await allow(false)
  const next = (moved.body as { booking: { id: string } }).booking.id
  const closed = await harness.send('POST', `/app/me/bookings/${next}/holds`, 'customer', { start })
  expect(closed.code).toBe('feature-off')
})
