import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { firstCompany } from '../../domain/records/first-company.ts'
import { query } from '../query.ts'
import type { ReferenceData } from './reference-types.ts'
import { statement } from '../statement.ts'

const relationIds = (table: string, owner: string, path: string, column: string) =>
  sql`coalesce((select json_agg(r.${sql.identifier(column)} order by r."order")
    from ${sql.identifier(table)} r
    where r.parent_id = ${sql.identifier(owner)}.id and r.path = ${path}), '[]')`

/** The exceptions of the hours of a row of `owner`, as JSON. */
export const exceptionsOf = (table: string, owner: string) =>
  sql`coalesce((select json_agg(json_build_object('date', e.date,
      'closed', coalesce(e.closed, false), 'blocks', coalesce((
        select json_agg(json_build_object('start', k.start, 'end', k."end") order by k._order)
        from ${sql.identifier(`${table}_exceptions_blocks`)} k where k._parent_id = e.id), '[]')))
    from ${sql.identifier(`${table}_exceptions`)} e
    where e._parent_id = ${sql.identifier(owner)}.id), '[]')`

/** The weekly hours of a row of `owner`, as JSON. */
export const hoursOf = (table: string, field: string, owner: string) =>
  sql`coalesce((select json_agg(json_build_object('start', h.start, 'end', h."end",
      'days', coalesce((select json_agg(d.value order by d."order")
        from ${sql.identifier(`${table}_${field}_days`)} d where d.parent_id = h.id), '[]'))
      order by h._order)
    from ${sql.identifier(`${table}_${field}`)} h
    where h._parent_id = ${sql.identifier(owner)}.id), '[]')`

const services = sql`select json_agg(json_build_object(
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
      'portalEnabled', coalesce(p.booking_enabled, true)))
    from services s
    left join (select * from booking_settings limit 1) b on true
    left join (select * from company limit 1) c on true
    left join (select * from portal_settings limit 1) p on true
    where s.deleted_at is null`

const people = sql`select json_agg(json_build_object(
      'id', f.id, 'name', f.name, 'timezone', f.timezone, 'colour', f.colour,
      'active', coalesce(f.active, false), 'blocked', coalesce(f.blocked, false),
      'home', case when f.home_lat is null or f.home_lng is null then null
        else json_build_object('lat', f.home_lat, 'lng', f.home_lng) end,
      'services', ${relationIds('fieldworkers_rels', 'f', 'services', 'services_id')},
      'skills', ${relationIds('fieldworkers_rels', 'f', 'skills', 'skills_id')},
      'areas', ${relationIds('fieldworkers_rels', 'f', 'areas', 'areas_id')},
      'locations', ${relationIds('fieldworkers_rels', 'f', 'locations', 'locations_id')},
      'hours', ${hoursOf('fieldworkers', 'working_hours', 'f')},
      'exceptions', ${exceptionsOf('fieldworkers', 'f')}) order by f.name, f.id)
    from fieldworkers f where f.deleted_at is null`

const locations = sql`select json_agg(json_build_object(
      'id', l.id, 'name', l.name, 'timezone', l.timezone,
      'coordinates', case when l.coordinates_lat is null or l.coordinates_lng is null then null
        else json_build_object('lat', l.coordinates_lat, 'lng', l.coordinates_lng) end,
      'hours', ${hoursOf('locations', 'opening_hours', 'l')},
      'exceptions', ${exceptionsOf('locations', 'l')},
      'closures', coalesce((select json_agg(json_build_object(
          'start', extract(epoch from u.start) * 1000, 'end', extract(epoch from u."end") * 1000))
        from unavailabilities u where u.location_id = l.id), '[]')))
    from locations l where l.active and l.deleted_at is null`

const areas = sql`select json_agg(json_build_object(
      'id', a.id, 'name', a.name, 'kind', a.kind, 'active', true,
      'postcodes', coalesce((select json_agg(t.text order by t."order") from areas_texts t
        where t.parent_id = a.id and t.path = 'postcodes'), '[]'),
      'centre', case when a.centre_lat is null or a.centre_lng is null then null
        else json_build_object('lat', a.centre_lat, 'lng', a.centre_lng) end,
      'radiusKm', a.radius_km, 'timezone', a.timezone,
      'location', l.id, 'locationName', l.name) order by a.name, a.id)
    from areas a left join locations l on l.id = a.location_id where a.active`

const travel = sql`(select case when coalesce(t.travel_considered, true) then json_build_object(
      'speedKmh', coalesce(t.travel_speed_kmh, 40),
      'roadFactor', coalesce(t.travel_road_factor, 1.3)) end
    from (select 1) one left join (select * from booking_settings limit 1) t on true)`

/** One statement: everything that availability rests on besides occupied time, and its version. */
export async function readReference(
  req: PayloadRequest,
): Promise<{ version: string | null; data: ReferenceData }> {
  const [row] = await query<{ version: string | null; data: ReferenceData }>(
    req,
    sql`select reference_version() as version, json_build_object(
      'services', coalesce((${services}), '[]'),
      'people', coalesce((${people}), '[]'),
      'locations', coalesce((${locations}), '[]'),
      'areas', coalesce((${areas}), '[]'),
      'skills', coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name))
        from skills k), '[]'),
      'companyTimezone', coalesce((select timezone from company limit 1), 'UTC'),
      'companyCountry', (select address_country from company limit 1),
      'companyLocale', coalesce((select locale from company limit 1), ${firstCompany.locale}),
      'travel', ${travel}) as data`,
  )
  if (!row) throw new Error('The database answered nothing.')
  return row
}

/** One statement: which state of the reference data is committed, null while this one changes it. */
export async function readReferenceVersion(req: PayloadRequest): Promise<string | null> {
  const [row] = await readVersion(req, {})
  return row?.version ?? null
}

const readVersion = statement<{ version: string | null }, Record<string, never>>(
  'reference_version',
  () => sql`select reference_version() as version`,
)
