import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'
import { countStatements } from '../support/statements.ts'

let desk: Desk
let guest = 0

beforeAll(async () => {
  desk = await openDesk()
}, 120_000)
afterAll(() => desk.stop())

const book = (service: string, start: string) => {
  guest += 1
  return desk.book({
    service,
    start,
    notes: 'Ring twice',
    customer: { name: 'Jo Park', email: `jo${guest}@guest.test`, phone: '0412 345 678' },
  })
}

/** What differs between two bookings at the same hour of two weeks and says nothing. */
const own =
  /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\d[T ][\d:.+Z]+)$|jo\d+@guest\.test|\b\w*1\d{3}\b/g

const withoutOwn = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll(own, '…') : value

const everythingOf = async (id: string) => {
  const read = (statement: string) => desk.sql<object>(statement, [id])
  const rows = await Promise.all([
    read('select * from bookings where id = $1'),
    read('select * from booking_lines where booking_id = $1'),
    read('select * from appointments where booking_id = $1 order by start, fieldworker_id'),
    read(`select o.kind, o.exclusive, o.fieldworker_id = any (array[a.fieldworker_id, a.reserved_for_id]) as held,
        o.starts_at = a.busy_start and o.ends_at = a.busy_end as spans
      from occupancies o join appointments a on a.id = o.appointment_id where a.booking_id = $1`),
    read(`select f.mode, f.state, f.reason from assignment_offers f
      join appointments a on a.id = f.appointment_id where a.booking_id = $1`),
    read(`select subject_type, command, actor_kind, actor_name, on_behalf_of, channel, version,
        (select json_object_agg(key, value order by key) from jsonb_each(changes)) as changes
      from audit_events where booking = $1::text order by subject_type, at`),
    read(`select channel, event, subject_type, recipient_kind, state from deliveries
      where booking_id = $1 order by channel, event, recipient_kind, key`),
    read(`select event, title, href is null as unlinked from notifications where booking_id = $1
      order by event, title`),
    read(`select c.name, c.phone, c.active, c.marketing, c.hash from customers c
      join bookings b on b.customer_id = c.id where b.id = $1`),
    read(`select a.line1, a.suburb, a.postcode, a.country, a.timezone, a.area_id from addresses a
      join bookings b on b.address_id = a.id where b.id = $1`),
  ])
  return JSON.parse(JSON.stringify(rows, withoutOwn))
}

describe('an instant booking', () => {
  test('costs at most fourteen statements', async () => {
    const service = desk.shop.services.direct.slug
    await book(service, sydney(3, '09:00'))
    let status = 0

    const count = await countStatements(async () => {
      ;({ status } = await book(service, sydney(3, '13:00')))
    })

    expect(status).toBe(201)
    expect(count).toBeLessThanOrEqual(14)
  })

  test.each([
    ['direct', '09:00'],
    ['request', '11:00'],
    ['broadcast', '13:00'],
    ['approval', '15:00'],
  ] as const)(
    'leaves the rows that saving one document after another leaves: %s',
    async (name, time) => {
      const service = desk.shop.services[name].slug
      const swift = await book(service, sydney(8, time))
      const { hooks } = desk.app.payload.collections.bookings.config
      hooks.afterChange.push(({ doc }) => doc)
      const slow = await book(service, sydney(15, time))
      hooks.afterChange.pop()

      expect([swift.status, slow.status]).toEqual([201, 201])
      expect(await everythingOf(swift.body.id)).toEqual(await everythingOf(slow.body.id))
    },
  )
})
