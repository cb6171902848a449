import { droppedStatuses } from '../../domain/bookings/states.ts'
import { textOf } from '../bookings/state-lists.ts'
import { type Check, instant, visitNamed } from './check.ts'

const dropped = textOf(droppedStatuses)

const personNamed = (id: string) =>
  `coalesce((select person.name from fieldworkers person where person.id = ${id}), ${id}::text)`

const span = (of: string, start = 'starts_at', end = 'ends_at') =>
  `${instant(`${of}.${start}`)} || ' to ' || ${instant(`${of}.${end}`)}`

const point = (of: string) => `case when ${of}.lat is null then 'no point'
    else format('%s, %s at %s', ${of}.lat, ${of}.lng, ${instant(`${of}.starts_at`)}) end`

/** Whose time each visit must take, and which: null where it must take none. */
const holdings = `
  select a.id, a.booking_id, coalesce(a.fieldworker_id, a.reserved_for_id) as person,
    case when a.fieldworker_id is null then 'reservation' else 'visit' end as kind,
    coalesce(a.busy_start, a.start) as starts_at, coalesce(a.busy_end, a."end") as ends_at
  from appointments a join bookings b on b.id = a.booking_id
  where a.status not in ${dropped} and b.deleted_at is null
    and coalesce(a.fieldworker_id, a.reserved_for_id) is not null`

/** Occupied time against what it stands for. */
export const timeChecks: Check[] = [
  {
    name: 'exclusive-time',
    what: 'spans of exclusive time',
    counted: 'select count(*) from occupancies where exclusive',
    faults: `
      select format('%s of %s', o.kind, ${personNamed('o.fieldworker_id')}) as record,
        'nobody in two places at once' as expected,
        format('%s overlaps %s (%s)', ${span('o')}, ${span('other')},
          coalesce(${visitNamed('a')}, 'visit of none')) as found
      from (select *, max(ends_at) over (partition by fieldworker_id order by starts_at, id
          rows between unbounded preceding and 1 preceding) as taken_until
        from occupancies where exclusive) o
      cross join lateral (select * from occupancies p
        where p.fieldworker_id = o.fieldworker_id and p.exclusive and p.id <> o.id
          and p.starts_at < o.ends_at and p.ends_at > o.starts_at
        order by p.starts_at limit 1) other
      left join appointments a on a.id = other.appointment_id
      where o.starts_at < o.taken_until`,
  },
  {
    name: 'visit-time',
    what: 'visits with a person',
    counted: `select count(*) from (${holdings}) h`,
    faults: `
      select ${visitNamed('h')} as record,
        format('%s of %s, %s', h.kind, ${personNamed('h.person')}, ${span('h')}) as expected,
        coalesce(string_agg(format('%s of %s, %s', o.kind, ${personNamed('o.fieldworker_id')},
          ${span('o')}), '; ' order by o.starts_at), 'no time taken') as found
      from (${holdings}) h left join occupancies o on o.appointment_id = h.id
      group by h.id, h.booking_id, h.person, h.kind, h.starts_at, h.ends_at
      having count(o.id) <> 1 or not bool_and(o.exclusive and o.expires_at is null
        and o.fieldworker_id = h.person and o.kind::text = h.kind
        and o.starts_at = h.starts_at and o.ends_at = h.ends_at)`,
  },
  {
    name: 'absence-time',
    what: 'absences',
    counted: 'select count(*) from unavailabilities where fieldworker_id is not null',
    faults: `
      select format('absence %s of %s', u.id, ${personNamed('u.fieldworker_id')}) as record,
        ${span('u', 'start', '"end"')} as expected,
        coalesce(string_agg(${span('o')}, '; ' order by o.starts_at), 'no time taken') as found
      from unavailabilities u left join occupancies o on o.unavailability_id = u.id
      where u.fieldworker_id is not null
      group by u.id
      having count(o.id) <> 1 or not bool_and(o.kind = 'unavailability' and not o.exclusive
        and o.fieldworker_id = u.fieldworker_id and o.starts_at = u.start and o.ends_at = u."end")`,
  },
  {
    name: 'stray-time',
    what: 'occupied spans',
    counted: 'select count(*) from occupancies',
    faults: `
      select format('%s of %s, %s', o.kind, ${personNamed('o.fieldworker_id')}, ${span('o')}) as record,
        case when o.kind in ('visit', 'reservation') then 'a visit that takes this time'
          when o.kind = 'unavailability' then 'an absence of this person'
          else 'a hold that ends by itself' end as expected,
        case when o.appointment_id is not null then ${visitNamed('a')} || ' takes none'
          else 'nothing it belongs to' end as found
      from occupancies o left join appointments a on a.id = o.appointment_id
        left join bookings b on b.id = a.booking_id
        left join unavailabilities u on u.id = o.unavailability_id
      where case when o.kind in ('visit', 'reservation') then a.id is null
          or a.status in ${dropped} or b.deleted_at is not null
          or coalesce(a.fieldworker_id, a.reserved_for_id) is null
        when o.kind = 'unavailability' then u.id is null or u.fieldworker_id is null
        when o.kind = 'hold' then o.expires_at is null or o.source_ref is null
        else false end`,
  },
  {
    name: 'day-bitmaps',
    what: 'days of a person',
    counted: 'select count(*) from day_bitmaps',
    faults: `
      select format('%s on %s', ${personNamed('w.fieldworker_id')},
          to_char(date '1970-01-01' + w.day, 'YYYY-MM-DD')) as record,
        'the day as its occupied time makes it' as expected,
        'another (npm run rebuild-days)' as found
      from wrong_day_bitmaps() w`,
  },
  {
    name: 'visit-points',
    what: 'visits on the map',
    counted: 'select count(*) from visit_points',
    faults: `
      select coalesce(${visitNamed('a')}, format('visit %s', coalesce(e.appointment_id, p.appointment_id))) as record,
        ${point('e')} as expected, ${point('p')} || ' (npm run rebuild-days)' as found
      from expected_visit_points e full join visit_points p using (appointment_id)
        left join appointments a on a.id = appointment_id
      where (e.lat, e.lng, e.starts_at) is distinct from (p.lat, p.lng, p.starts_at)`,
  },
]
