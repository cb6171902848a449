import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const bookedByCustomer = async (day: number) => {
  const { body } = await harness.book(
    { service: 'direct', start: sydney(day, '09:00') },
    'customer',
  )
  return body.id
}

const linkTo = async (booking: string) => {
  const token = randomBytes(32).toString('base64url')
  await harness.app.payload.db.create({
    collection: 'links',
    data: {
      purpose: 'cancel',
      subjectType: 'bookings',
      subjectId: booking,
      tokenHash: createHash('sha256').update(token).digest('hex'),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      maxUses: 1,
    },
  })
  return `/app/links/${token}`
}

test('a customer cancels with a comment; the fieldworker and the calendar hear of it', async () => {
  const id = await bookedByCustomer(8)

  const silent = await harness.send('POST', `/bookings/${id}/cancel`, 'customer', { comment: ' ' })
  const foreign = await harness.send('POST', `/bookings/${id}/cancel`, 'otherCustomer', {
    comment: 'Not mine',
  })
  expect([silent.status, foreign.status]).toEqual([422, 403])
  expect(await harness.statusOf(id)).toBe('confirmed')

  await harness.send('POST', `/bookings/${id}/cancel`, 'customer', { comment: 'Moving house' })

  expect(await harness.statusOf(id)).toBe('cancelled')
  expect((await harness.visitsOf(id)).map(({ status }) => status)).toEqual(['cancelled'])
  const told = await harness.messagesOf(id)
  expect(told).toContain('email:booking-cancelled:customer')
  expect(told).toContain('email:visit-cancelled:fieldworker')
  expect(told.filter((word) => word.startsWith('calendar:')).length).toBeGreaterThan(1)
  const [held] = await harness.sql<{ n: number }>(
    `select count(*)::int as n from occupancies o join appointments a on a.id = o.appointment_id
     where a.booking_id = $1`,
    [id],
  )
  expect(held?.n).toBe(0)
  const [notified] = await harness.sql<{ n: number }>(
    `select count(*)::int as n from notifications where booking_id = $1
     and event = 'visit-cancelled' and user_id is not null`,
    [id],
  )
  expect(notified?.n).toBe(1)
})

test('opening the mailed link changes nothing; only its button cancels', async () => {
  const id = await bookedByCustomer(9)
  const link = await linkTo(id)

  const opened = await harness.send('GET', link, 'anonymous')
  expect(opened.status).toBe(200)
  expect(await harness.statusOf(id)).toBe('confirmed')
  const silent = await harness.send('POST', `${link}/cancel`, 'anonymous', { comment: '' })
  expect(silent.status).toBe(422)

  await harness.send('POST', `${link}/cancel`, 'anonymous', { comment: 'By mail' })

  expect(await harness.statusOf(id)).toBe('cancelled')
})

test('with cancelling switched off neither the page nor an old link cancels', async () => {
  const id = await bookedByCustomer(10)
  const link = await linkTo(id)
  await harness.app.payload.updateGlobal({
    slug: 'portal-settings',
    data: { customersMayCancel: false },
    overrideAccess: true,
    context: { channel: 'seed' },
  })

  const page = await harness.send('POST', `/bookings/${id}/cancel`, 'customer', { comment: 'x' })
  const mailed = await harness.send('POST', `${link}/cancel`, 'anonymous', { comment: 'x' })

  expect([page.code, mailed.code]).toEqual(['feature-off', 'feature-off'])
  expect(await harness.statusOf(id)).toBe('confirmed')
})
