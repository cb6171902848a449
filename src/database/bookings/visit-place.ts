import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { query } from '../query.ts'

/** Where and when a visit is, as far as searches need it (epoch ms). */
export type VisitPlace = {
  id: string
  service: string | null
  start: number
  end: number
  timezone: string | null
  /** Its location, where it is at one; else the postcode of its address. */
  location: string | null
  postcode: string | null
  coordinates: Coordinates | null
}

/** One statement: the place of a visit that is not deleted, or null. */
export async function readVisitPlace(
  req: PayloadRequest,
  appointment: string,
): Promise<VisitPlace | null> {
  const [row] = await query<{ visit: VisitPlace }>(
    req,
    sql`select json_build_object('id', a.id, 'service', a.service_id,
      'start', extract(epoch from a.start) * 1000, 'end', extract(epoch from a."end") * 1000,
      'timezone', a.timezone, 'location', case when d.id is null then a.location_id end,
      'postcode', d.postcode,
      'coordinates', case when coalesce(d.coordinates_lat, l.coordinates_lat) is not null
        and coalesce(d.coordinates_lng, l.coordinates_lng) is not null then json_build_object(
          'lat', coalesce(d.coordinates_lat, l.coordinates_lat),
          'lng', coalesce(d.coordinates_lng, l.coordinates_lng)) end) as visit
    from appointments a
    join bookings b on b.id = a.booking_id and b.deleted_at is null
    left join addresses d on d.id = a.address_id
    left join locations l on l.id = a.location_id
    where a.id = ${appointment}::uuid`,
  )
  return row?.visit ?? null
}
