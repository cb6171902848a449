import { bookingNamed, type Check, isLive, visitNamed } from './check.ts'

const visits = 'select count(*) from appointments'
const bookings = 'select count(*) from bookings'

/** Bookings against their lines, visits, offers and each other. */
export const bookingChecks: Check[] = [
  {
    name: 'totals',
    what: 'bookings',
    counted: bookings,
    faults: `
      select ${bookingNamed('b')} as record,
        format('%s as the sum of its lines', coalesce(l.total, 0)) as expected,
        format('total %s, net %s and tax %s', coalesce(b.totals_total, 0),
          coalesce(b.totals_subtotal, 0), coalesce(b.totals_tax, 0)) as found
      from bookings b left join (select booking_id, sum(coalesce(total_amount, 0)) as total
        from booking_lines group by booking_id) l on l.booking_id = b.id
      where coalesce(b.totals_total, 0) <> coalesce(l.total, 0)
        or coalesce(b.totals_subtotal, 0) + coalesce(b.totals_tax, 0) <> coalesce(b.totals_total, 0)`,
  },
  {
    name: 'visit-line',
    what: 'visits',
    counted: visits,
    faults: `
      select ${visitNamed('a')} as record, 'a line of the same booking' as expected,
        case when l.id is null then 'no line' else 'a line of booking '
          || coalesce((select number from bookings where id = l.booking_id), '?') end as found
      from appointments a left join booking_lines l on l.id = a.line_id
      where l.booking_id is distinct from a.booking_id`,
  },
  {
    name: 'visit-person',
    what: 'live visits',
    counted: `select count(*) from appointments a where ${isLive('a')}`,
    faults: `
      select ${visitNamed('a')} as record,
        case when a.acceptance in ('accepted', 'not_required')
            or (a.acceptance = 'pending' and a.method is distinct from 'broadcast')
          then 'a person, as it is ' || replace(a.acceptance::text, '_', ' ')
          else 'no person yet, as it is ' || a.acceptance end as expected,
        case when a.fieldworker_id is null then 'nobody' else 'assigned' end as found
      from appointments a where ${isLive('a')}
        and (a.fieldworker_id is not null) is distinct from (a.acceptance in ('accepted', 'not_required')
          or (a.acceptance = 'pending' and a.method is distinct from 'broadcast'))
        and not (a.acceptance = 'pending' and a.method = 'broadcast')`,
  },
  {
    name: 'open-offers',
    what: 'open offers',
    counted: `select count(*) from assignment_offers where state = 'pending'`,
    faults: `
      select ${visitNamed('a')} as record,
        'an open offer only while an answer is awaited' as expected,
        format('offer %s open, visit %s and %s', o.id, a.status, a.acceptance) as found
      from assignment_offers o join appointments a on a.id = o.appointment_id
        join bookings b on b.id = a.booking_id
      where o.state = 'pending' and (a.acceptance <> 'pending' or not ${isLive('a')}
        or b.deleted_at is not null
        or (a.fieldworker_id is not null and a.fieldworker_id <> o.fieldworker_id))`,
  },
  {
    name: 'awaited-answers',
    what: 'visits that await an answer',
    counted: `select count(*) from appointments a where ${isLive('a')} and a.acceptance = 'pending'`,
    faults: `
      select ${visitNamed('a')} as record, 'an open offer' as expected,
        'nobody is asked' as found
      from appointments a join bookings b on b.id = a.booking_id
      where ${isLive('a')} and a.acceptance = 'pending' and b.deleted_at is null
        and not exists (select from assignment_offers o
          where o.appointment_id = a.id and o.state = 'pending')`,
  },
  {
    name: 'accepted-offers',
    what: 'accepted offers',
    counted: `select count(*) from assignment_offers where state = 'accepted'`,
    faults: `
      select ${visitNamed('a')} as record,
        'its own person as the only one who accepted' as expected,
        format('%s accepted offers, of others %s', count(*),
          count(*) filter (where o.fieldworker_id is distinct from a.fieldworker_id)) as found
      from assignment_offers o join appointments a on a.id = o.appointment_id
      where o.state = 'accepted' and ${isLive('a')} and a.acceptance = 'accepted'
      group by a.id
      having count(*) filter (where o.fieldworker_id is distinct from a.fieldworker_id) > 0
        or count(*) > 1`,
  },
  {
    name: 'moved-bookings',
    what: 'moved bookings',
    counted: `select count(*) from bookings where status = 'rescheduled' or rescheduled_from_id is not null`,
    faults: `
      select ${bookingNamed('b')} as record, 'a successor that names it, in one chain' as expected,
        case when b.rescheduled_to_id is null then 'no successor'
          else format('successor %s, which replaces %s', coalesce(n.number, '?'),
            coalesce((select number from bookings where id = n.rescheduled_from_id), 'none')) end as found
      from bookings b left join bookings n on n.id = b.rescheduled_to_id
      where (b.status = 'rescheduled' or b.rescheduled_to_id is not null)
        and (b.status <> 'rescheduled' or n.rescheduled_from_id is distinct from b.id
          or n.lineage_id is distinct from coalesce(b.lineage_id, b.id))
      union all
      select ${bookingNamed('b')}, 'a predecessor that names it',
        format('it replaces %s, whose successor is %s', coalesce(p.number, '?'),
          coalesce((select number from bookings where id = p.rescheduled_to_id), 'none'))
      from bookings b left join bookings p on p.id = b.rescheduled_from_id
      where b.rescheduled_from_id is not null and p.rescheduled_to_id is distinct from b.id`,
  },
  {
    name: 'moved-visits',
    what: 'moved visits',
    counted: `select count(*) from appointments where status = 'rescheduled' or replaces_id is not null`,
    faults: `
      select ${visitNamed('a')} as record, 'a successor that names it' as expected,
        case when a.replaced_by_id is null then 'no successor'
          else format('visit %s, which replaces %s', n.id, coalesce(n.replaces_id::text, 'none'))
        end as found
      from appointments a left join appointments n on n.id = a.replaced_by_id
      where (a.status = 'rescheduled' or a.replaced_by_id is not null)
        and (a.status <> 'rescheduled' or n.replaces_id is distinct from a.id)
      union all
      select ${visitNamed('a')}, 'a predecessor that names it',
        format('it replaces %s, whose successor is %s', a.replaces_id,
          coalesce(p.replaced_by_id::text, 'none'))
      from appointments a left join appointments p on p.id = a.replaces_id
      where a.replaces_id is not null and p.replaced_by_id is distinct from a.id`,
  },
  {
    name: 'series-places',
    what: 'occurrences of series',
    counted: 'select count(*) from bookings where series_id is not null',
    faults: `
      select format('series %s', coalesce(max(s.summary), b.series_id::text)) as record,
        format('one booking at place %s', coalesce(b.series_index::text, 'none')) as expected,
        string_agg(coalesce(b.number, b.id::text), ', ' order by b.number) as found
      from bookings b left join series s on s.id = b.series_id
      where b.series_id is not null and b.status <> 'rescheduled'
      group by b.series_id, b.series_index
      having count(*) > 1 or b.series_index is null`,
  },
  {
    name: 'numbers',
    what: 'booking numbers',
    counted: bookings,
    faults: `
      select 'counter bookings' as record,
        format('at least %s', highest.value) as expected,
        coalesce((select value::text from counters where name = 'bookings'), 'no counter') as found
      from (select max(substring(number from '(\\d{1,15})$')::bigint) - 1000 as value
        from bookings) highest
      where highest.value > coalesce((select value from counters where name = 'bookings'), 0)`,
  },
]
