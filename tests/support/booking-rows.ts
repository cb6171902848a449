import type { Harness } from './harness.ts'

const own =
  /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|\d{4}-\d\d-\d\d[T ][\d:.+Z]+)$|jo\d+@guest\.test|\b\w*1\d{3}\b/g

const withoutOwn = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll(own, '…') : value

/**
 * Every row that a booking has left, without what is its own and says nothing: ids, instants,
 * numbers. Two bookings of the same kind at the same hour of two weeks leave equal ones.
 */
export const rowsOfBooking = async (harness: Harness, id: string): Promise<object[][]> => {
  const read = (statement: string) => harness.sql<object>(statement, [id])
  const rows = await Promise.all([
    read('select * from bookings where id = $1'),
    read('select * from booking_lines where booking_id = $1'),
    read('select * from appointments where booking_id = $1 order by start, fieldworker_id'),
    read(`select o.kind, o.exclusive, o.fieldworker_id = any (array[a.fieldworker_id, a.reserved_for_id]) as held,
        o.starts_at = a.busy_start and o.ends_at = a.busy_end as spans
      from occupancies o join appointments a on a.id = o.appointment_id where a.booking_id = $1`),
    read(`select f.mode, f.state, f.reason, f.fieldworker_id, f.on_behalf, f.message, f.previous_id,
        f.sent_at is null as unsent, f.respond_by <= a.start as timely, f.changes->'changed' as changed from assignment_offers f
      join appointments a on a.id = f.appointment_id where a.booking_id = $1
      order by a.start, f.fieldworker_id`),
    read(`select subject_type, command, actor_kind, actor_name, on_behalf_of, channel, version,
        (select json_object_agg(key, value order by key) from jsonb_each(changes)) as changes
      from audit_events where booking = $1::text order by subject_type, at`),
    read(`select channel, event, subject_type, recipient_kind, state from deliveries
      where booking_id = $1 order by channel, event, recipient_kind, key`),
    read(`select event, title, href is null as unlinked from notifications where booking_id = $1
      order by event, title`),
    read(`select path, "order", properties_id, labels_id from bookings_rels where parent_id = $1
      order by path, "order"`),
    read(`select c.name, c.phone, c.active, c.marketing, c.hash from customers c
      join bookings b on b.customer_id = c.id where b.id = $1`),
    read(`select a.line1, a.suburb, a.postcode, a.country, a.timezone, a.area_id from addresses a
      join bookings b on b.address_id = a.id where b.id = $1`),
  ])
  return JSON.parse(JSON.stringify(rows, withoutOwn))
}
