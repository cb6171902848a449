import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const calendarEvents = (booking: string) =>
  harness.sql<{ state: string }>(
    `select a.status, a.acceptance from deliveries d
       join appointments a on a.id::text = d.subject_id
     where d.booking_id = $1 and d.channel = 'calendar' and a.status = 'confirmed'`,
    [booking],
  )

test('work that needs approval waits in its tab until a manager approves it', async () => {
  let id = ''
  const moved = await harness.tabsWith(async () => {
    const { body } = await harness.book(
      {
        service: 'approval',
        start: sydney(3, '10:00'),
        source: 'manual',
        customer: { name: 'Only A Name' },
      },
      'dispatcher',
    )
    expect(body).toMatchObject({ status: 'pending', awaiting: ['approval'] })
    id = body.id
  })

  expect(moved).toMatchObject({ 'pending-approval': 1 })
  expect(await calendarEvents(id)).toEqual([])
  expect((await harness.visitsOf(id))[0]?.status).toBe('pending')

  const after = await harness.tabsWith(() =>
    harness.send('POST', `/bookings/${id}/confirm`, 'manager'),
  )

  expect(await harness.statusOf(id)).toBe('confirmed')
  expect(after).toMatchObject({ 'pending-approval': -1 })
  expect((await harness.visitsOf(id))[0]).toMatchObject({ status: 'confirmed' })
  expect((await calendarEvents(id)).length).toBeGreaterThan(0)
  const confirmed = (await harness.historyOf(id)).find(({ command }) => command === 'confirm')
  expect(confirmed).toMatchObject({ actor_name: 'manager' })
  expect(confirmed?.changes['status']).toEqual(['pending', 'confirmed'])
})
