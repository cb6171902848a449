import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterAll(() => harness.stop())

/** What is on the fieldworkers' calendars for a booking, once every entry queued is sent. */
const onCalendars = async (booking: string) => {
  const queued = await harness.sql<{ id: string }>(
    `select id from deliveries where booking_id = $1 and channel = 'calendar'`,
    [booking],
  )
  for (const { id } of queued) await harness.deliver(id)
  return harness.sql<{ title: string; state: string; fieldworker_id: string }>(
    `select title, state, fieldworker_id from calendar_events
     where state <> 'removed'
       and key like any (select id::text || ':%' from appointments where booking_id = $1)`,
    [booking],
  )
}

const bookInOffice = async (day: number, more: object = {}) => {
  const { body } = await harness.book(
    {
      ...{ service: 'approval', start: sydney(day, '10:00'), source: 'manual' },
      ...{ customer: { name: 'Only A Name' }, ...more },
    },
    'dispatcher',
  )
  return body
}

test('work that needs approval waits in its tab off every calendar, until a manager confirms it', async () => {
  let id = ''
  const moved = await harness.tabsWith(async () => {
    const body = await bookInOffice(3)
    expect(body).toMatchObject({ status: 'pending', awaiting: ['approval'] })
    id = body.id
  })

  const [waiting] = await harness.visitsOf(id)
  expect(moved).toMatchObject({ 'pending-approval': 1 })
  expect(waiting?.status).toBe('pending')
  expect(await onCalendars(id)).toEqual([])

  const after = await harness.tabsWith(async () => {
    const { code } = await harness.send('POST', `/bookings/${id}/confirm`, 'manager')
    expect(code).toBeUndefined()
  })

  expect(await harness.statusOf(id)).toBe('confirmed')
  expect(after).toMatchObject({ 'pending-approval': -1 })
  expect((await harness.visitsOf(id))[0]).toMatchObject({ status: 'confirmed' })
  expect(await onCalendars(id)).toEqual([
    {
      title: 'approval - Only A Name',
      state: 'confirmed',
      fieldworker_id: waiting?.fieldworker_id,
    },
  ])
  const confirmed = (await harness.historyOf(id)).find(({ command }) => command === 'confirm')
  expect(confirmed).toMatchObject({ actor_name: 'manager' })
  expect(confirmed?.changes['status']).toEqual(['pending', 'confirmed'])
})

describe('the best fit for work that needs approval', () => {
  const bestFit = async (day: number, method: string) => {
    const { id } = await bookInOffice(day, { method })
    const [visit] = await harness.sql<{ holder: string | null }>(
      `select coalesce(fieldworker_id, reserved_for_id) as holder from appointments
       where booking_id = $1`,
      [id],
    )
    expect(visit?.holder).not.toBeNull()
    return { id, holder: visit?.holder }
  }

  test('has the visit once it is approved, where nobody is asked', async () => {
    const { id, holder } = await bestFit(4, 'direct')

    await harness.send('POST', `/bookings/${id}/approve`, 'manager')

    expect(await harness.visitsOf(id)).toMatchObject([
      { status: 'confirmed', acceptance: 'not_required', fieldworker_id: holder },
    ])
  })

  test.each(['approve', 'confirm'])(
    'is offered the visit by %s, where people are asked',
    async (command) => {
      const { id, holder } = await bestFit(command === 'approve' ? 5 : 6, 'request')

      const { code } = await harness.send('POST', `/bookings/${id}/${command}`, 'manager')

      expect(code).toBeUndefined()
      expect(await harness.visitsOf(id)).toMatchObject([
        { acceptance: 'pending', fieldworker_id: holder },
      ])
      expect(await harness.messagesOf(id)).toContain('email:visit-offered:fieldworker')
    },
  )
})
