import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Area } from '../domain/scheduling/places.ts'
import type { HoursException, WeeklyBlock } from '../domain/scheduling/working-hours.ts'
import { query } from './query.ts'

/** A service with the house's defaults filled in, and what the company's zone is. */
export type AvailabilityService = {
  id: string
  slug: string
  name: string
  active: boolean
  bookable: boolean
  mode: 'instant' | 'request'
  durationMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  slotIntervalMinutes: number
  crewSize: number
  skills: string[]
  locations: string[]
  locationTypes: ('fixed' | 'mobile' | 'remote')[]
  companyTimezone: string
  portalEnabled: boolean
}

export type OpenHours = { hours: WeeklyBlock[]; exceptions: HoursException[]; timezone: string }

export type AvailabilityLocation = OpenHours & {
  id: string
  name: string
  closures: { start: number; end: number }[]
}

export type AvailabilityArea = Area & { name: string; locationName: string | null }

export type AvailabilityPerson = OpenHours & {
  id: string
  name: string
  active: boolean
  blocked: boolean
  services: string[]
  skills: string[]
  areas: string[]
  locations: string[]
}

const relationIds = (table: string, owner: string, path: string, column: string) =>
  sql`coalesce((select json_agg(r.${sql.identifier(column)} order by r."order")
    from ${sql.identifier(table)} r
    where r.parent_id = ${sql.identifier(owner)}.id and r.path = ${path}), '[]')`

/** One statement: the service by slug or id with the defaults of the booking settings. */
export async function readService(
  req: PayloadRequest,
  service: string,
): Promise<AvailabilityService | null> {
  const [row] = await query<{ service: AvailabilityService }>(
    req,
    sql`select json_build_object(
      'id', s.id, 'slug', s.slug, 'name', s.name,
      'active', coalesce(s.active, false), 'bookable', coalesce(s.bookable, false),
      'mode', s.mode, 'durationMinutes', s.duration_minutes,
      'bufferBeforeMinutes', coalesce(s.buffer_before_minutes, 0),
      'bufferAfterMinutes', coalesce(s.buffer_after_minutes, 0),
      'noticeMinutes', coalesce(s.notice_minutes, b.default_notice_minutes, 0),
      'horizonDays', coalesce(s.horizon_days, b.default_horizon_days, 60),
      'slotIntervalMinutes', coalesce(s.slot_interval_minutes, b.slot_interval_minutes, 30),
      'crewSize', coalesce(s.crew_size, 1),
      'skills', ${relationIds('services_rels', 's', 'skills', 'skills_id')},
      'locations', ${relationIds('services_rels', 's', 'locations', 'locations_id')},
      'locationTypes', coalesce((select json_agg(t.value order by t."order")
        from services_location_types t where t.parent_id = s.id), '[]'),
      'companyTimezone', coalesce(c.timezone, 'UTC'),
      'portalEnabled', coalesce(p.booking_enabled, true)
    ) as service
    from services s
    left join (select * from booking_settings limit 1) b on true
    left join (select * from company limit 1) c on true
    left join (select * from portal_settings limit 1) p on true
    where (s.slug = ${service} or s.id::text = ${service}) and s.deleted_at is null`,
  )
  return row?.service ?? null
}

const exceptionsOf = (table: string, owner: string) =>
  sql`coalesce((select json_agg(json_build_object('date', e.date,
      'closed', coalesce(e.closed, false), 'blocks', coalesce((
        select json_agg(json_build_object('start', k.start, 'end', k."end") order by k._order)
        from ${sql.identifier(`${table}_exceptions_blocks`)} k where k._parent_id = e.id), '[]')))
    from ${sql.identifier(`${table}_exceptions`)} e
    where e._parent_id = ${sql.identifier(owner)}.id), '[]')`

const hoursOf = (table: string, field: string, owner: string) =>
  sql`coalesce((select json_agg(json_build_object('start', h.start, 'end', h."end",
      'days', coalesce((select json_agg(d.value order by d."order")
        from ${sql.identifier(`${table}_${field}_days`)} d where d.parent_id = h.id), '[]'))
      order by h._order)
    from ${sql.identifier(`${table}_${field}`)} h
    where h._parent_id = ${sql.identifier(owner)}.id), '[]')`

/** One statement: an active location with its opening hours and what closes it in the span. */
export async function readLocation(
  req: PayloadRequest,
  location: string,
  span: { from: number; to: number },
): Promise<AvailabilityLocation | null> {
  const [row] = await query<{ location: AvailabilityLocation }>(
    req,
    sql`select json_build_object('id', l.id, 'name', l.name, 'timezone', l.timezone,
      'hours', ${hoursOf('locations', 'opening_hours', 'l')},
      'exceptions', ${exceptionsOf('locations', 'l')},
      'closures', coalesce((select json_agg(json_build_object(
          'start', extract(epoch from u.start) * 1000, 'end', extract(epoch from u."end") * 1000))
        from unavailabilities u where u.location_id = l.id
          and u.start < ${instant(span.to)} and u."end" > ${instant(span.from)}), '[]')
    ) as location
    from locations l
    where l.id::text = ${location} and l.active and l.deleted_at is null`,
  )
  return row?.location ?? null
}

/** One statement: every active area. There are tens of them, so the domain chooses. */
export async function readAreas(req: PayloadRequest): Promise<AvailabilityArea[]> {
  const rows = await query<{ area: AvailabilityArea }>(
    req,
    sql`select json_build_object('id', a.id, 'name', a.name, 'kind', a.kind, 'active', true,
      'postcodes', coalesce((select json_agg(t.text order by t."order") from areas_texts t
        where t.parent_id = a.id and t.path = 'postcodes'), '[]'),
      'centre', case when a.centre_lat is null or a.centre_lng is null then null
        else json_build_object('lat', a.centre_lat, 'lng', a.centre_lng) end,
      'radiusKm', a.radius_km, 'timezone', a.timezone,
      'location', l.id, 'locationName', l.name) as area
    from areas a left join locations l on l.id = a.location_id
    where a.active order by a.name, a.id`,
  )
  return rows.map((row) => row.area)
}

/** One statement: the people who do this service, with all that eligibility and hours need. */
export async function readPeople(
  req: PayloadRequest,
  service: string,
): Promise<AvailabilityPerson[]> {
  const rows = await query<{ person: AvailabilityPerson }>(
    req,
    sql`select json_build_object('id', f.id, 'name', f.name, 'timezone', f.timezone,
      'active', coalesce(f.active, false), 'blocked', coalesce(f.blocked, false),
      'services', json_build_array(${service}::text),
      'skills', ${relationIds('fieldworkers_rels', 'f', 'skills', 'skills_id')},
      'areas', ${relationIds('fieldworkers_rels', 'f', 'areas', 'areas_id')},
      'locations', ${relationIds('fieldworkers_rels', 'f', 'locations', 'locations_id')},
      'hours', ${hoursOf('fieldworkers', 'working_hours', 'f')},
      'exceptions', ${exceptionsOf('fieldworkers', 'f')}) as person
    from fieldworkers_rels s join fieldworkers f on f.id = s.parent_id
    where s.path = 'services' and s.services_id = ${service}::uuid
      and f.active and not coalesce(f.blocked, false) and f.deleted_at is null
    order by f.name, f.id`,
  )
  return rows.map((row) => row.person)
}

/** One statement: occupied spans (epoch ms, buffers in) per person; expired holds are free. */
export async function readBusy(
  req: PayloadRequest,
  span: { people: string[]; from: number; to: number; now: number; except?: string | undefined },
): Promise<Map<string, { start: number; end: number }[]>> {
  if (span.people.length === 0) return new Map()
  const rows = await query<{ id: string; starts: number[]; ends: number[] }>(
    req,
    sql`select o.fieldworker_id as id,
      array_agg((extract(epoch from o.starts_at) * 1000)::float8 order by o.starts_at) as starts,
      array_agg((extract(epoch from o.ends_at) * 1000)::float8 order by o.starts_at) as ends
    from occupancies o
    where o.fieldworker_id in
        (select value::uuid from jsonb_array_elements_text(${JSON.stringify(span.people)}::jsonb))
      and o.starts_at < ${instant(span.to)} and o.ends_at > ${instant(span.from)}
      and (o.expires_at is null or o.expires_at > ${instant(span.now)})
      and (o.appointment_id is null
        or o.appointment_id is distinct from ${span.except ?? null}::uuid)
    group by o.fieldworker_id`,
  )
  return new Map(
    rows.map(({ id, starts, ends }) => [
      id,
      starts.map((start, index) => ({ start, end: ends[index] as number })),
    ]),
  )
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
