import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Coordinates } from '../domain/scheduling/distance.ts'
import { query } from './query.ts'

export type NearbyRow = {
  appointment: string
  booking: { id: string; number: string; status: string }
  service: string
  start: number
  end: number
  status: string
  acceptance: string
  timezone: string
  fieldworker: { id: string; name: string } | null
  place: string
  coordinates: Coordinates
  distanceKm: number
}

const kmPerDegree = 111.2
const earthKm = 6371.0088

/**
 * One statement: live visits that start in a span, within some kilometres of a point, nearest
 * first. The day is found by the index of starts, a box cuts it down, and only what is shown is
 * joined, so the cost is that of one day (P12).
 */
export async function readNearbyVisits(
  req: PayloadRequest,
  asked: {
    point: Coordinates
    from: number
    to: number
    withinKm: number
    limit: number
    except?: string | undefined
  },
): Promise<NearbyRow[]> {
  const { lat, lng } = asked.point
  const north = asked.withinKm / kmPerDegree
  const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  const rows = await query<{ visit: NearbyRow }>(
    req,
    sql`with placed as (
      select a.id, a.start, a."end", a.booking_id, a.service_id, a.fieldworker_id, a.status,
        a.acceptance, a.timezone, a.address_id, a.location_id,
        coalesce(d.coordinates_lat, l.coordinates_lat)::float8 as lat,
        coalesce(d.coordinates_lng, l.coordinates_lng)::float8 as lng
      from appointments a
      left join addresses d on d.id = a.address_id
      left join locations l on l.id = a.location_id
      where a.start >= ${instant(asked.from)} and a.start < ${instant(asked.to)}
        and a.status not in ('cancelled', 'rescheduled')
        and a.id is distinct from ${asked.except ?? null}::uuid
    ), near as (
      select placed.*, 2 * ${earthKm}::float8 * asin(least(1, sqrt(
          sin(radians(lat - ${lat}) / 2) ^ 2 + cos(radians(${lat}::float8)) * cos(radians(lat))
            * sin(radians(lng - ${lng}) / 2) ^ 2))) as km
      from placed
      where lat between ${lat - north}::float8 and ${lat + north}::float8
        and lng between ${lng - east}::float8 and ${lng + east}::float8
    )
    select json_build_object('appointment', near.id,
      'booking', json_build_object('id', b.id, 'number', b.number, 'status', b.status),
      'service', coalesce(s.name, ''), 'start', extract(epoch from near.start) * 1000,
      'end', extract(epoch from near."end") * 1000, 'status', near.status,
      'acceptance', near.acceptance, 'timezone', coalesce(near.timezone, b.timezone, 'UTC'),
      'fieldworker', case when f.id is not null
        then json_build_object('id', f.id, 'name', f.name) end,
      'place', coalesce(nullif(concat_ws(', ', d.line1, d.suburb), ''), l.name, ''),
      'coordinates', json_build_object('lat', near.lat, 'lng', near.lng),
      'distanceKm', round(near.km::numeric, 2)) as visit
    from near
    join bookings b on b.id = near.booking_id and b.deleted_at is null
    left join services s on s.id = near.service_id
    left join fieldworkers f on f.id = near.fieldworker_id
    left join addresses d on d.id = near.address_id
    left join locations l on l.id = near.location_id
    where near.km <= ${asked.withinKm}
    order by near.km, near.id limit ${asked.limit}`,
  )
  return rows.map(({ visit }) => visit)
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
