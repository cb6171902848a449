import { liveList } from '../bookings/state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Interval } from '../../domain/scheduling/intervals.ts'
import { query } from '../query.ts'

/** A visit of a day with what planning asks of it; instants are epoch ms. */
export type StoredDayVisit = {
  id: string
  version: number
  booking: { id: string; number: string }
  service: { id: string; name: string; crewSize: number }
  customer: string
  place: string
  status: 'confirmed' | 'pending'
  acceptance: string
  progress: string
  start: number
  end: number
  busyStart: number | null
  busyEnd: number | null
  fieldworker: { id: string; name: string } | null
  /** Ids of the people whose latest answer to an offer of this visit was no. */
  decliners: string[]
  location: string | null
  postcode: string | null
  lat: number | null
  lng: number | null
}

const milliseconds = (column: string) =>
  sql`(extract(epoch from ${sql.raw(column)}) * 1000)::float8`

/** One statement: the pending and confirmed visits that begin in the span, in order. */
export const readDayVisits = async (
  req: PayloadRequest,
  span: Interval,
): Promise<StoredDayVisit[]> => {
  const rows = await query<{ visit: StoredDayVisit }>(
    req,
    sql`select json_build_object(
        'id', v.id, 'version', v.version, 'status', v.status, 'acceptance', v.acceptance,
        'progress', v.progress, 'booking', json_build_object('id', b.id, 'number', b.number),
        'service', json_build_object('id', s.id, 'name', s.name,
          'crewSize', coalesce(s.crew_size, 1)),
        'customer', coalesce(b.customer_snapshot_name, c.name, ''),
        'place', coalesce(l.name, nullif(concat_ws(', ', a.line1, a.suburb), ''), ''),
        'start', ${milliseconds('v.start')}, 'end', ${milliseconds('v."end"')},
        'busyStart', ${milliseconds('v.busy_start')}, 'busyEnd', ${milliseconds('v.busy_end')},
        'fieldworker', case when f.id is null then null
          else json_build_object('id', f.id, 'name', f.name) end,
        'decliners', (select coalesce(json_agg(last.fieldworker_id), '[]') from (
          select distinct on (o.fieldworker_id) o.fieldworker_id, o.state
          from assignment_offers o where o.appointment_id = v.id
          order by o.fieldworker_id, o.sent_at desc, o.id) last where last.state = 'declined'),
        'location', l.id, 'postcode', a.postcode,
        'lat', coalesce(l.coordinates_lat, a.coordinates_lat)::float8,
        'lng', coalesce(l.coordinates_lng, a.coordinates_lng)::float8) as visit
      from appointments v
      join bookings b on b.id = v.booking_id and b.deleted_at is null
      join services s on s.id = v.service_id
      left join customers c on c.id = b.customer_id
      left join fieldworkers f on f.id = v.fieldworker_id
      left join locations l on l.id = v.location_id
      left join addresses a on a.id = coalesce(v.address_id, b.address_id) and v.location_id is null
      where v.start >= ${iso(span.start)}::timestamptz and v.start < ${iso(span.end)}::timestamptz
        and v.status in ${liveList} and b.status in ${liveList}
      order by v.start, v.id`,
  )
  return rows.map((row) => row.visit)
}

/** One statement: what takes people's time apart from the given visits; expired holds are free. */
export const readOtherWork = async (
  req: PayloadRequest,
  input: { people: string[]; visits: string[]; span: Interval },
): Promise<Map<string, Interval[]>> => {
  const rows = await query<Interval & { id: string }>(
    req,
    sql`select fieldworker_id as id, ${milliseconds('starts_at')} as start,
        ${milliseconds('ends_at')} as "end"
      from occupancies
      where fieldworker_id in
          (select value::uuid from jsonb_array_elements_text(${JSON.stringify(input.people)}::jsonb))
        and starts_at < ${iso(input.span.end)}::timestamptz
        and ends_at > ${iso(input.span.start)}::timestamptz
        and (expires_at is null or expires_at > now())
        and (appointment_id is null or appointment_id not in
          (select value::uuid from jsonb_array_elements_text(${JSON.stringify(input.visits)}::jsonb)))
      order by starts_at`,
  )
  const found = new Map<string, Interval[]>()
  for (const { id, start, end } of rows) {
    found.set(id, [...(found.get(id) ?? []), { start, end }])
  }
  return found
}

const iso = (instant: number) => new Date(instant).toISOString()

/** One statement: the visits that took the place of rescheduled ones, by the ids of these. */
export const readSuccessors = async (
  req: PayloadRequest,
  visits: string[],
): Promise<Map<string, { id: string; booking: string }>> => {
  const rows = await query<{ from: string; id: string; booking: string }>(
    req,
    sql`select was.id as "from", v.id, v.booking_id as booking
      from appointments was join appointments v on v.id = was.replaced_by_id
      where was.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(visits)}::jsonb))`,
  )
  return new Map(rows.map(({ from, ...successor }) => [from, successor]))
}
