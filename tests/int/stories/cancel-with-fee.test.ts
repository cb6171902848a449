import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let day = 2

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  await payload.updateGlobal({
    slug: 'financial-settings',
    data: {
      cancellationFeeAmount: 4500,
      cancellationFees: [
        { id: 'half', name: 'Half of the price', kind: 'percent', percent: 50 },
        { id: 'trip', name: 'Travel', kind: 'fixed', amount: 8000, isDefault: true },
      ],
    },
    overrideAccess: true,
  })
  await payload.updateGlobal({
    slug: 'portal-settings',
    data: { cancelFeeAutomatic: true, cancelNoticeHours: 24 },
    overrideAccess: true,
  })
})
afterAll(() => harness.stop())

/** A confirmed booking, inside the notice or weeks ahead. */
const booking = async (when: 'early' | 'late'): Promise<string> => {
  day += 1
  const { body } = await harness.book(
    {
      service: 'direct',
      start: sydney(day, '09:00'),
      fieldworker: harness.shop.people[0],
      customer: { name: `Guest ${day}`, email: `cancel${day}@guests.test` },
    },
    'admin',
  )
  const start = `now() + interval '${when === 'late' ? 2 : 600} hours'`
  await harness.sql(
    `update appointments set start = ${start}, "end" = ${start} + interval '1 hour'
      where booking_id = $1`,
    [body.id],
  )
  await harness.sql(
    `update bookings set starts_at = ${start}, totals_total = 20001 where id = $1`,
    [body.id],
  )
  return body.id
}

const outcomeOf = async (id: string) => {
  const [row] = await harness.sql<Record<string, unknown>>(
    `select status, cancellation_reason as reason, cancellation_comment as comment,
        cancellation_fee_amount::int as fee, cancellation_fee_name as name,
        cancellation_fee_waived as waived from bookings where id = $1`,
    [id],
  )
  return row
}

describe.each(['button', 'status'] as const)('staff who cancel by the %s', (door) => {
  const cancel = (id: string, words: object, as: 'dispatcher' | 'manager' = 'manager') =>
    door === 'button'
      ? harness.send('POST', `/bookings/${id}/cancel`, as, words)
      : harness.send('PATCH', `/bookings/${id}`, as, { status: 'cancelled', command: words })

  test('have to give a reason, which the customer does not read', async () => {
    const id = await booking('early')
    const refused = await cancel(id, { comment: 'Sorry, we are full' })
    expect([refused.status, refused.code]).toEqual([422, 'invalid-input'])

    await cancel(id, { reason: 'Van broke down', comment: 'Sorry, we are full' })
    expect(await outcomeOf(id)).toMatchObject({
      status: 'cancelled',
      reason: 'Van broke down',
      comment: 'Sorry, we are full',
    })
    const mails = await harness.sql<{ payload: unknown }>(
      `select payload from deliveries where booking_id = $1 and event = 'booking-cancelled'`,
      [id],
    )
    expect(JSON.stringify(mails)).not.toContain('Van broke down')
  })

  test('charge the default fee inside the notice, under its name', async () => {
    const id = await booking('late')
    await cancel(id, { reason: 'Asked by phone' })

    expect(await outcomeOf(id)).toMatchObject({ fee: 8000, name: 'Travel', waived: false })
  })

  test('charge nothing before it, unless they choose a fee', async () => {
    const [free, half] = [await booking('early'), await booking('early')]
    await cancel(free, { reason: 'Asked by phone' })
    await cancel(half, { reason: 'Asked by phone', fee: { listed: 'half' } })

    expect(await outcomeOf(free)).toMatchObject({ fee: 0, name: null, waived: false })
    expect(await outcomeOf(half)).toMatchObject({ fee: 10_001, name: 'Half of the price' })
  })

  test('waive a fee with the permission, which the booking records', async () => {
    const id = await booking('late')
    const words = { reason: 'Our mistake', fee: 'waive' }
    expect((await cancel(id, words, 'dispatcher')).status).toBe(403)
    expect((await cancel(id, words)).status).toBe(200)

    expect(await outcomeOf(id)).toMatchObject({ fee: 0, name: null, waived: true })
  })

  test('are refused a fee that the settings do not list', async () => {
    const id = await booking('early')
    const refused = await cancel(id, { reason: 'Asked by phone', fee: { listed: 'gone' } })

    expect([refused.status, refused.code]).toEqual([422, 'invalid-input'])
    expect(await harness.statusOf(id)).toBe('confirmed')
  })
})
