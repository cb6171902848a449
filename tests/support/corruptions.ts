import { webhookCorruptions } from './webhook-corruptions.ts'

/** One way in which a database can stop to add up. */
export type Corruption = {
  /** What somebody did to it. */
  title: string
  /** Done past every trigger; returns `named`, which the line about it must hold. */
  statement: string
  /** The checks that fail, and no others. */
  fails: string[]
}

const live = `a.status in ('pending', 'confirmed')`
const number = (booking: string) => `(select number from bookings where id = ${booking}) as named`
const oneVisit = (where: string) =>
  `(select a.id from appointments a join bookings b on b.id = a.booking_id
    where ${where} order by b.number, a.start, a.id limit 1)`
const oneEntry = (order: string) =>
  `(select id from audit_events where booking = (select id::text from bookings where number = 'B-1030')
    order by at ${order} limit 1)`

const ofTime: Corruption[] = [
  {
    title: 'time kept twice for one person',
    statement: `with dropped as (select 1), busy as (select * from occupancies where kind = 'visit'
        order by starts_at limit 1)
      insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, expires_at, source_ref)
      select fieldworker_id, starts_at, ends_at, 'hold', true, now() + interval '5 minutes', 'hold:1:me'
      from busy returning (select name from fieldworkers where id = fieldworker_id) as named`,
    fails: ['constraints', 'exclusive-time'],
  },
  {
    title: 'a visit whose time was given back',
    statement: `delete from occupancies o where appointment_id = ${oneVisit(`${live} and a.fieldworker_id is not null`)}
      returning (select b.number from bookings b join appointments a on a.booking_id = b.id
        where a.id = o.appointment_id) as named`,
    fails: ['day-bitmaps', 'visit-time'],
  },
  {
    title: 'a visit whose time stands an hour later',
    statement: `update occupancies o set starts_at = starts_at + interval '1 hour'
      where appointment_id = ${oneVisit(`a.status = 'completed' and a."end" - a.start > interval '90 minutes'`)}
      returning (select b.number from bookings b join appointments a on a.booking_id = b.id
        where a.id = o.appointment_id) as named`,
    fails: ['day-bitmaps', 'visit-time'],
  },
  {
    title: 'a reservation that calls itself a visit',
    statement: `update occupancies o set kind = 'visit' where id = (select id from occupancies
        where kind = 'reservation' order by starts_at limit 1)
      returning (select b.number from bookings b join appointments a on a.booking_id = b.id
        where a.id = o.appointment_id) as named`,
    fails: ['visit-time'],
  },
  {
    title: 'taken time that belongs to no visit',
    statement: `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive)
      select id, '2031-01-01T00:00Z', '2031-01-01T01:00Z', 'visit', true from fieldworkers
      order by name limit 1 returning '2031-01-01T00:00Z' as named`,
    fails: ['day-bitmaps', 'stray-time'],
  },
  {
    title: 'a cancelled visit that still takes time',
    statement: `insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, appointment_id)
      select f.id, '2031-01-01T00:00Z', '2031-01-01T01:00Z', 'visit', true, ${oneVisit("a.status = 'cancelled'")}
      from fieldworkers f order by name limit 1
      returning (select b.number from bookings b join appointments a on a.booking_id = b.id
        where a.id = appointment_id) as named`,
    fails: ['day-bitmaps', 'stray-time'],
  },
  {
    title: 'an absence that takes no time',
    statement: `delete from occupancies where unavailability_id = (select id from unavailabilities
        where fieldworker_id is not null order by start, id limit 1)
      returning unavailability_id as named`,
    fails: ['absence-time', 'day-bitmaps'],
  },
  {
    title: 'a day that says somebody is free',
    statement: `update day_bitmaps set taken = decode(repeat('00', 36), 'hex')
      where (fieldworker_id, day) = (select fieldworker_id, day from day_bitmaps
        where taken <> decode(repeat('00', 36), 'hex') order by day, fieldworker_id limit 1)
      returning (select name from fieldworkers where id = fieldworker_id) as named`,
    fails: ['day-bitmaps'],
  },
  {
    title: 'a visit elsewhere on the map',
    statement: `update visit_points p set lat = lat + 1 where appointment_id = (
        select appointment_id from visit_points order by starts_at, appointment_id limit 1)
      returning (select b.number from bookings b join appointments a on a.booking_id = b.id
        where a.id = p.appointment_id) as named`,
    fails: ['visit-points'],
  },
]

const ofBookings: Corruption[] = [
  {
    title: 'a total of a cent more',
    statement: `update bookings set totals_total = totals_total + 1, totals_subtotal = totals_subtotal + 1
      where number = 'B-1010' returning number as named`,
    fails: ['totals'],
  },
  {
    title: 'a line whose amount was changed',
    statement: `update booking_lines set total_amount = total_amount - 100 where id = (
        select id from booking_lines order by id limit 1) returning ${number('booking_id')}`,
    fails: ['totals'],
  },
  {
    title: 'a visit of another booking’s line',
    statement: `update appointments v set line_id = (select id from booking_lines
        where booking_id <> v.booking_id order by id limit 1)
      where id = ${oneVisit('true')} returning ${number('booking_id')}`,
    fails: ['visit-line'],
  },
  {
    title: 'an accepted visit without its person',
    statement: `update appointments set fieldworker_id = null, reserved_for_id = fieldworker_id
      where id = ${oneVisit(`${live} and a.acceptance = 'accepted'`)} returning ${number('booking_id')}`,
    fails: ['accepted-offers', 'visit-person', 'visit-time'],
  },
  {
    title: 'an offer that is open although it was accepted',
    statement: `update assignment_offers set state = 'pending' where id = (select o.id
        from assignment_offers o join appointments a on a.id = o.appointment_id
        where o.state = 'accepted' and a.acceptance = 'accepted' and ${live} order by o.id limit 1)
      returning ${number('booking_id')}`,
    fails: ['open-offers'],
  },
  {
    title: 'a visit that awaits an answer nobody is asked for',
    statement: `update assignment_offers set state = 'withdrawn' where appointment_id =
        ${oneVisit(`${live} and a.acceptance = 'pending' and a.method = 'request'`)}
      returning ${number('booking_id')}`,
    fails: ['awaited-answers'],
  },
  {
    title: 'a visit that somebody else has accepted',
    statement: `update assignment_offers o set fieldworker_id = (select id from fieldworkers
        where id <> o.fieldworker_id order by name limit 1) where id = (select o.id
        from assignment_offers o join appointments a on a.id = o.appointment_id
        where o.state = 'accepted' and a.acceptance = 'accepted' and ${live} order by o.id limit 1)
      returning ${number('booking_id')}`,
    fails: ['accepted-offers'],
  },
  {
    title: 'a moved booking that has lost its successor',
    statement: `update bookings set rescheduled_to_id = null where id = (select id from bookings
        where status = 'rescheduled' order by number limit 1) returning number as named`,
    fails: ['moved-bookings'],
  },
  {
    title: 'a successor that replaces another booking',
    statement: `update bookings set rescheduled_from_id = (select id from bookings where number = 'B-1001')
      where id = (select id from bookings where rescheduled_from_id is not null order by number limit 1)
      returning number as named`,
    fails: ['moved-bookings'],
  },
  {
    title: 'a moved visit that has lost its successor',
    statement: `update appointments set replaced_by_id = null
      where id = ${oneVisit("a.status = 'rescheduled'")} returning ${number('booking_id')}`,
    fails: ['moved-visits'],
  },
  {
    title: 'two bookings at one place of a series',
    statement: `with made as (insert into series (summary, customer_id, rule)
        select 'Every week', customer_id, '{}' from bookings limit 1 returning id)
      update bookings set series_id = made.id, series_index = 1 from made
      where number in ('B-1011', 'B-1012') returning 'B-1011, B-1012' as named`,
    fails: ['series-places'],
  },
  {
    title: 'a counter that would give a number out again',
    statement: `update counters set value = value - 1 where name = 'bookings' returning 'counter bookings' as named`,
    fails: ['numbers'],
  },
  {
    title: 'a cancelled booking with an open visit',
    statement: `update bookings b set status = 'cancelled' where id = (select b.id from bookings b
        join appointments a on a.booking_id = b.id where b.status = 'confirmed' and a.status = 'confirmed'
        order by b.number limit 1) returning number as named`,
    fails: ['booking-status'],
  },
  {
    title: 'a pending booking whose answers are all given',
    statement: `update bookings b set status = 'pending' where id = (select b.id from bookings b
        where b.status = 'confirmed' and b.gates_approval = 'not_required' and not exists (
          select from appointments a where a.booking_id = b.id
            and (a.status <> 'confirmed' or a.acceptance not in ('accepted', 'not_required')))
        order by b.number limit 1) returning number as named`,
    fails: ['booking-status'],
  },
  {
    title: 'a booking that begins before its first visit',
    statement: `update bookings set starts_at = starts_at - interval '1 hour' where number = 'B-1020'
      returning number as named`,
    fails: ['booking-span'],
  },
  {
    title: 'a confirmed booking that is not approved',
    statement: `update bookings set gates_approval = 'open' where id = (select id from bookings
        where status = 'confirmed' order by number limit 1) returning number as named`,
    fails: ['gates'],
  },
]

const delivery = (columns: string, values: string) =>
  `insert into deliveries (key, channel, event${columns}) select 'confirmed:1', 'email',
    'booking-confirmed'${values}`

const ofMessages: Corruption[] = [
  {
    title: 'an effect with two deliveries',
    statement: `${delivery(', state', ", 'cancelled' from generate_series(1, 2)")} returning key as named`,
    fails: ['constraints', 'delivery-keys'],
  },
  {
    title: 'a message that nobody sends',
    statement: `${delivery(', created_at', ", now() - interval '2 hours'")} returning key as named`,
    fails: ['stuck-deliveries'],
  },
  {
    title: 'a message on its way for hours',
    statement: `${delivery(', state, updated_at', ", 'sending', now() - interval '2 hours'")} returning key as named`,
    fails: ['stuck-deliveries'],
  },
  {
    title: 'a sent message that was never sent',
    statement: `${delivery(', state', ", 'sent'")} returning key as named`,
    fails: ['sent-deliveries'],
  },
]

const ofHistory: Corruption[] = [
  {
    title: 'an entry of the history that says something else',
    statement: `update audit_events set actor_name = 'Somebody else' where id = ${oneEntry('')}
      returning ${number('booking::uuid')}`,
    fails: ['history-chain'],
  },
  {
    title: 'a first entry that was taken out',
    statement: `delete from audit_events where id = ${oneEntry('')} returning ${number('booking::uuid')}`,
    fails: ['history-chain', 'history-heads'],
  },
  {
    title: 'a last entry that was taken out',
    statement: `delete from audit_events where id = ${oneEntry('desc')} returning ${number('booking::uuid')}`,
    fails: ['history-heads'],
  },
  {
    title: 'a whole history that is gone',
    statement: `delete from audit_events where booking = (select id::text from bookings
        where number = 'B-1030') returning ${number('booking::uuid')}`,
    fails: ['history-heads'],
  },
  {
    title: 'an entry that was slipped in',
    statement: `insert into audit_events (at, subject_type, subject_id, booking, command, actor_kind,
        channel, changes, hash)
      select now(), 'bookings', id::text, id::text, 'cancel', 'staff', 'admin', '{}', 'a hash'
      from bookings where number = 'B-1030' returning 'B-1030' as named`,
    fails: ['history-chain', 'history-heads'],
  },
]

/** Promises of the database that have to go before data can break them, by the title. */
export const withoutPromises: Record<string, string> = {
  'time kept twice for one person':
    'alter table occupancies drop constraint occupancies_no_overlap',
  'an effect with two deliveries': 'drop index deliveries_key_idx',
  'an event that is stored twice': 'drop index "provider_eventId_idx"',
}

export const corruptions: Corruption[] = [
  ...[...ofTime, ...ofBookings, ...ofMessages],
  ...[...webhookCorruptions, ...ofHistory],
]
