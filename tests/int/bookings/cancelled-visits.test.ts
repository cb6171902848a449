import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askGraphql } from '../../support/graphql.ts'
import { type LineHarness, lineHarnessOf } from '../../support/line-harness.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { moveHarnessOf } from '../../support/move-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness
let lines: LineHarness
let day = 2

beforeAll(async () => {
  harness = await openMessageHarness()
  lines = lineHarnessOf(harness)
}, 120_000)
afterAll(() => harness.stop())

/** A booking of two services, 110.00 each; answers the second one's visit. */
const two = async () => {
  day += 1
  const [one, other] = harness.shop.people
  const start = sydney(day, '09:00')
  const id = await moveHarnessOf(harness).book({ start, fieldworker: one })
  const visits = [{ start: sydney(day, '13:00'), fieldworker: other }]
  await lines.add(id, 'lines', { service: 'direct', visits })
  const visit = (await harness.visitsOf(id))[1]?.id ?? ''
  return { id, visit }
}

type Door = [string, (visit: string, reason?: string) => Promise<unknown>]

const doors: Door[] = [
  [
    'its command',
    (visit, reason) =>
      harness.send('POST', `/appointments/${visit}/cancel`, 'dispatcher', {
        ...(reason && { reason }),
      }),
  ],
  [
    'a plain save',
    (visit, reason) =>
      harness.send('PATCH', `/appointments/${visit}`, 'dispatcher', {
        status: 'cancelled',
        ...(reason && { command: { reason } }),
      }),
  ],
  [
    'GraphQL',
    (visit, reason) =>
      askGraphql(
        harness.app,
        'dispatcher',
        `mutation { updateAppointment(id: "${visit}", data: { status: cancelled
          ${reason ? `, command: { reason: "${reason}" }` : ''} }) { id } }`,
      ),
  ],
]

describe.each(doors)('a visit that is cancelled through %s', (_door, cancel) => {
  test('needs a reason unless the settings say otherwise', async () => {
    const { id, visit } = await two()
    const statuses = async () => (await harness.visitsOf(id)).map(({ status }) => status)

    await cancel(visit)
    expect(await statuses()).toEqual(['confirmed', 'confirmed'])

    const settings = { staffCancelReasonRequired: false }
    await harness.send('POST', '/globals/booking-settings', 'admin', settings)
    await cancel(visit)
    await harness.send('POST', '/globals/booking-settings', 'admin', {
      staffCancelReasonRequired: true,
    })
    expect(await statuses()).toEqual(['confirmed', 'cancelled'])
  })

  test('takes the price of its service off, and the customer’s mail names it', async () => {
    const { id, visit } = await two()
    expect(await lines.totalOf(id)).toBe(22_000)

    await cancel(visit, 'Not needed')

    expect(await lines.totalOf(id)).toBe(11_000)
    const quantities = (await lines.linesOf(id)).map(({ quantity }) => Number(quantity))
    expect(quantities).toEqual([1, 0])
    const [mail] = await harness.sql<{ id: string; key: string }>(
      `select id, key from deliveries where booking_id = $1 and event = 'booking-changed'
       order by created_at desc limit 1`,
      [id],
    )
    await harness.deliver(mail?.id ?? '')
    const [kept] = await harness.sql<{ text: string }>(
      'select text from outbox_messages where delivery_key = $1',
      [mail?.key],
    )
    expect(kept?.text).toMatch(/Cancelled: direct, .*1:00\spm/)
    expect(kept?.text).toContain('$110.00')
    expect(kept?.text).not.toContain('$220.00')
  })
})

test('the price stays while another visit of the service does', async () => {
  const { id } = await two()
  const [, line] = await lines.linesOf(id)
  const start = sydney(day, '15:00')
  await lines.add(id, 'visits', { line: line?.id, visits: [{ start, fieldworker: 'any' }] })
  const last = (await harness.visitsOf(id)).at(-1)?.id

  await harness.send('POST', `/appointments/${last}/cancel`, 'dispatcher', {
    reason: 'Once will do',
  })

  expect(await lines.totalOf(id)).toBe(22_000)
})

test('taking a service off names all its visits in one mail', async () => {
  const { id } = await two()
  const [, line] = await lines.linesOf(id)
  const start = sydney(day, '15:00')
  await lines.add(id, 'visits', { line: line?.id, visits: [{ start, fieldworker: 'any' }] })
  const before = (await harness.messagesOf(id)).length

  await harness.send('POST', `/bookings/${id}/lines/${line?.id}/remove`, 'dispatcher', {
    reason: 'Changed their mind',
  })

  const said = (await harness.messagesOf(id)).slice(before)
  expect(said.filter((word) => word === 'email:booking-changed:customer')).toHaveLength(1)
  const [row] = await harness.sql<{ visits: string[] }>(
    `select payload->'visits' as visits from deliveries where booking_id = $1
       and event = 'booking-changed' order by created_at desc limit 1`,
    [id],
  )
  expect(row?.visits).toHaveLength(2)
  expect(await lines.totalOf(id)).toBe(11_000)
})
