import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { acceptanceStates } from '../../domain/bookings/acceptance-lifecycle.ts'
import { bookingStates } from '../../domain/bookings/booking-lifecycle.ts'
import { progressStates } from '../../domain/bookings/progress-lifecycle.ts'
import type { HoursException, WeeklyBlock } from '../../domain/scheduling/working-hours.ts'
import { exceptionsOf, hoursOf } from './read-reference.ts'
import { query } from '../query.ts'

type Named = { id: string; name: string }

export type StoredBoardPerson = Named & {
  colour: string | null
  active: boolean
  timezone: string
  hours: WeeklyBlock[]
  exceptions: HoursException[]
  home: [number, number] | null
  /** By name. */
  skills: string[]
  areas: string[]
  /** Epoch ms of both ends, and what it is. */
  absences: [number, number, string][]
}

export type StoredBoard = {
  timezone: string
  /** The company's, for the words about the zone. */
  locale: string
  /** The range as epoch milliseconds. */
  start: number
  end: number
  people: StoredBoardPerson[]
  services: Named[]
  locations: Named[]
  /** How ways between visits are reckoned. */
  travel: { speedKmh: number; roadFactor: number }
}

export type BoardRange = {
  from: string
  to: string
  fieldworker: string | null
  /** A month is shown without working hours, so they are not read. */
  hasHours: boolean
}

/** What somebody has of a list, by name. */
const namesOf = (list: 'areas' | 'skills') =>
  sql`coalesce((select json_agg(one.name order by one.name) from fieldworkers_rels r
    join ${sql.raw(list)} one on one.id = r.${sql.raw(list)}_id where r.parent_id = f.id), '[]')`

const epoch = (column: SQL) => sql`(extract(epoch from ${column}) * 1000)::float8`

/**
 * One statement: everything on the board but the visits. Somebody inactive is on it only while
 * they have a visit in the range; with `fieldworker`, that person alone.
 */
export async function readBoardFrame(
  req: PayloadRequest,
  { from, to, fieldworker, hasHours }: BoardRange,
): Promise<StoredBoard> {
  const [row] = await query<{ board: StoredBoard }>(
    req,
    sql`with zone as (select coalesce((select timezone from company limit 1), 'UTC') as name),
      span as (select (${from}::date::timestamp at time zone zone.name) as starts,
        ((${to}::date + 1)::timestamp at time zone zone.name) as ends from zone)
    select json_build_object(
      'timezone', zone.name,
      'locale', coalesce((select locale from company limit 1), 'en'),
      'start', ${epoch(sql`span.starts`)}, 'end', ${epoch(sql`span.ends`)},
      'travel', json_build_object(
        'speedKmh', coalesce((select travel_speed_kmh from booking_settings limit 1), 40)::float8,
        'roadFactor',
          coalesce((select travel_road_factor from booking_settings limit 1), 1.3)::float8),
      'services', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name)
        order by s.name, s.id) from services s), '[]'),
      'locations', coalesce((select json_agg(json_build_object('id', l.id, 'name', l.name)
        order by l.name, l.id) from locations l), '[]'),
      'people', coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name,
          'colour', f.colour, 'timezone', f.timezone,
          'active', f.active and not coalesce(f.blocked, false) and f.deleted_at is null,
          'hours', case when ${hasHours} then ${hoursOf('fieldworkers', 'working_hours', 'f')}
            else '[]' end,
          'exceptions', case when ${hasHours} then ${exceptionsOf('fieldworkers', 'f')}
            else '[]' end,
          'home', case when f.home_lat is null or f.home_lng is null then null
            else json_build_array(f.home_lat::float8, f.home_lng::float8) end,
          'skills', case when ${hasHours} then ${namesOf('skills')} else '[]' end,
          'areas', case when ${hasHours} then ${namesOf('areas')} else '[]' end,
          'absences', coalesce((select json_agg(json_build_array(
              ${epoch(sql`o.starts_at`)}, ${epoch(sql`o.ends_at`)},
              coalesce(u.kind::text, o.kind::text)) order by o.starts_at)
            from occupancies o left join unavailabilities u on u.id = o.unavailability_id
            where o.fieldworker_id = f.id and o.kind in ('unavailability', 'external')
              and o.starts_at < span.ends and o.ends_at > span.starts), '[]'))
          order by f.name, f.id)
        from fieldworkers f
        where (${fieldworker}::uuid is null or f.id = ${fieldworker}::uuid)
          and ((f.active and f.deleted_at is null) or exists (select from appointments a
            where a.fieldworker_id = f.id and a.start >= span.starts - interval '1 day'
              and a.start < span.ends and a."end" > span.starts))), '[]')
    ) as board from zone, span`,
  )
  if (!row) throw new Error('The board came back empty.')
  return row.board
}

const position = (states: readonly string[], column: SQL) =>
  sql`case ${column} ${sql.raw(states.map((state, at) => `when '${state}' then ${at}`).join(' '))} end`

const places = (ids: string[]) =>
  sql`(select value::uuid as id, place::int - 1 as place
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as t(value, place))`

const number = (column: SQL) => sql`coalesce((${column})::text, 'null')`

/**
 * One statement: the visits that touch the range as finished JSON, rows by `boardColumns` and the
 * places they name. It is text because parsing twelve thousand rows to print them again would cost
 * more than reading them. A spot is one text, so that the planner sees one key and
 * does not take a month for a single visit.
 */
export async function readBoardVisits(
  req: PayloadRequest,
  args: { board: StoredBoard; fieldworker: string | null; hasPoints: boolean },
): Promise<{ places: string; visits: string }> {
  const { board, fieldworker, hasPoints } = args
  const start = new Date(board.start).toISOString()
  const end = new Date(board.end).toISOString()
  const mine = fieldworker
    ? sql`and ((a.fieldworker_id = ${fieldworker}::uuid and a.acceptance <> 'declined')
        or a.id in (select o.appointment_id from assignment_offers o
          where o.fieldworker_id = ${fieldworker}::uuid and o.state = 'pending'))`
    : sql``
  const [lat, lng] = [
    sql`round(coalesce(d.coordinates_lat, l.coordinates_lat), 4)`,
    sql`round(coalesce(d.coordinates_lng, l.coordinates_lng), 4)`,
  ]
  const point = hasPoints ? sql`coalesce(',' || ${lat} || ',' || ${lng}, '')` : sql`''`
  const known = fieldworker
    ? sql`false`
    : sql`starts_at >= ${start}::timestamptz and starts_at < ${end}::timestamptz`
  const ids = (list: Named[]) => places(list.map(({ id }) => id))
  const [row] = await query<{ places: string | null; visits: string | null }>(
    req,
    sql`with found as materialized (
      select a.id, a.fieldworker_id, a.service_id, a.start, a."end",
        (${position(bookingStates, sql`a.status`)}) * 25
          + (${position(acceptanceStates, sql`a.acceptance`)}) * 5
          + (${position(progressStates, sql`a.progress`)}) as state,
        coalesce(l.id, r.location_id) as location,
        to_json(coalesce(d.suburb, l.name, ''))::text || ${point} as spot,
        to_json(coalesce(n.customer, b.customer, ''))::text as customer
      from appointments a
      left join (select id, deleted_at is null as live, address_id, location_id,
          customer_snapshot_name as customer
        from bookings where ${known}) n on n.id = a.booking_id
      left join lateral (select id, address_id, location_id, customer_snapshot_name as customer
        from bookings where id = a.booking_id and n.id is null and deleted_at is null
        offset 0) b on true
      left join addresses d on d.id = coalesce(a.address_id, n.address_id, b.address_id)
      left join locations l on l.id = coalesce(a.location_id, n.location_id, b.location_id)
      left join areas r on r.id = d.area_id
      where a.start < ${end}::timestamptz and a."end" > ${start}::timestamptz
        and a.start > ${start}::timestamptz - interval '7 days'
        and n.live is not false and coalesce(n.id, b.id) is not null ${mine}
    ), spots as materialized (
      select spot, row_number() over () - 1 as place
      from (select distinct spot from found) as each
    )
    select (select '[' || string_agg('[' || spot || ']', ',' order by place) || ']'
        from spots) as places,
      (select '[' || string_agg('["' || f.id || '",' || ${number(sql`p.place`)} || ','
          || ${number(sql`s.place`)} || ',' || ${number(sql`w.place`)} || ',' || t.place || ','
          || (date_part('epoch', f.start - ${start}::timestamptz) / 60)::int || ','
          || greatest(1, (date_part('epoch', f."end" - f.start) / 60)::int) || ','
          || f.state || ',' || f.customer || ']', ',' order by f.start) || ']'
        from found f
        left join ${ids(board.people)} p on p.id = f.fieldworker_id
        left join ${ids(board.services)} s on s.id = f.service_id
        left join ${ids(board.locations)} w on w.id = f.location
        join spots t on t.spot = f.spot) as visits`,
  )
  return { places: row?.places ?? '[]', visits: row?.visits ?? '[]' }
}
