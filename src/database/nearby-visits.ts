import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { type Coordinates, distanceKm } from '../domain/scheduling/distance.ts'
import { statement } from './statement.ts'

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
/** Trashed bookings are sorted out of a few more than are wanted. */
const spare = 50

/**
 * One statement: live visits that start in a span, within some kilometres of a point, nearest
 * first. The day is found by the index of starts and ordered on a plane; only what is shown is
 * joined and measured on the globe, so the cost is that of one day (P12).
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
  const rows = await readNear(req, {
    lat,
    lng,
    narrowing: Math.max(0.01, Math.cos((lat * Math.PI) / 180)),
    degrees: (asked.withinKm / kmPerDegree) * 1.05,
    from: new Date(asked.from).toISOString(),
    to: new Date(asked.to).toISOString(),
    except: asked.except ?? null,
    limit: asked.limit + spare,
  })
  return rows
    .map(({ visit }) => {
      const km = distanceKm(asked.point, visit.coordinates)
      return { ...visit, distanceKm: Math.round(km * 100) / 100 }
    })
    .filter(({ distanceKm: km }) => km <= asked.withinKm)
    .toSorted((a, b) => a.distanceKm - b.distanceKm)
    .slice(0, asked.limit)
}

type Values = {
  lat: number
  lng: number
  narrowing: number
  degrees: number
  from: string
  to: string
  except: string | null
  limit: number
}

const number = (name: keyof Values) => sql`${sql.placeholder(name)}::float8`

const readNear = statement<{ visit: Omit<NearbyRow, 'distanceKm'> }, Values>(
  'nearby_visits',
  () => sql`with placed as materialized (
      select a.id, coalesce(d.coordinates_lat, l.coordinates_lat)::float8 as lat,
        coalesce(d.coordinates_lng, l.coordinates_lng)::float8 as lng
      from appointments a
      left join addresses d on d.id = a.address_id
      left join locations l on l.id = a.location_id
      where a.start >= ${sql.placeholder('from')}::timestamptz
        and a.start < ${sql.placeholder('to')}::timestamptz
        and a.status not in ('cancelled', 'rescheduled')
        and a.id is distinct from ${sql.placeholder('except')}::uuid
    ), measured as (
      select placed.*, (lat - ${number('lat')}) * (lat - ${number('lat')})
        + (lng - ${number('lng')}) * ${number('narrowing')}
          * (lng - ${number('lng')}) * ${number('narrowing')} as distance
      from placed where lat is not null and lng is not null
    ), near as materialized (
      select * from measured where distance <= ${number('degrees')} * ${number('degrees')}
      order by distance, id limit ${sql.placeholder('limit')}::integer
    )
    select json_build_object('appointment', near.id,
      'booking', json_build_object('id', b.id, 'number', b.number, 'status', b.status),
      'service', coalesce(s.name, ''), 'start', extract(epoch from a.start) * 1000,
      'end', extract(epoch from a."end") * 1000, 'status', a.status,
      'acceptance', a.acceptance, 'timezone', coalesce(a.timezone, b.timezone, 'UTC'),
      'fieldworker', case when f.id is not null
        then json_build_object('id', f.id, 'name', f.name) end,
      'place', coalesce(nullif(concat_ws(', ', d.line1, d.suburb), ''), l.name, ''),
      'coordinates', json_build_object('lat', near.lat, 'lng', near.lng)) as visit
    from near join appointments a on a.id = near.id
    join bookings b on b.id = a.booking_id and b.deleted_at is null
    left join services s on s.id = a.service_id
    left join fieldworkers f on f.id = a.fieldworker_id
    left join addresses d on d.id = a.address_id
    left join locations l on l.id = a.location_id
    order by near.distance, near.id`,
)
