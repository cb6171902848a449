import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { type Coordinates, distanceKm } from '../../domain/scheduling/distance.ts'
import { statement } from '../statement.ts'

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
const spare = 20

/**
 * One statement: live visits that start in a span, within some kilometres of a point, nearest
 * first. The day is one stretch of the index of `visit_points`, ordered on a plane; only what
 * is shown is joined and measured on the globe, so the cost is that of one day.
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
  () => sql`with near as materialized (
      select * from (
        select p.appointment_id as id, p.lat, p.lng,
          (p.lat - ${number('lat')}) * (p.lat - ${number('lat')})
            + (p.lng - ${number('lng')}) * ${number('narrowing')}
              * (p.lng - ${number('lng')}) * ${number('narrowing')} as distance
        from visit_points p
        where p.starts_at >= ${sql.placeholder('from')}::timestamptz
          and p.starts_at < ${sql.placeholder('to')}::timestamptz
          and p.appointment_id is distinct from ${sql.placeholder('except')}::uuid
      ) as placed where distance <= ${number('degrees')} * ${number('degrees')}
      order by distance, id limit ${sql.placeholder('limit')}::integer
    )
    select json_build_object('appointment', near.id,
      'booking', json_build_object('id', b.id, 'number', b.number, 'status', b.status),
      'service', coalesce((select s.name from services s where s.id = a.service_id), ''),
      'start', extract(epoch from a.start) * 1000, 'end', extract(epoch from a."end") * 1000,
      'status', a.status, 'acceptance', a.acceptance,
      'timezone', coalesce(a.timezone, b.timezone, 'UTC'),
      'fieldworker', (select json_build_object('id', f.id, 'name', f.name)
        from fieldworkers f where f.id = a.fieldworker_id),
      'place', coalesce(
        (select nullif(concat_ws(', ', d.line1, d.suburb), '')
          from addresses d where d.id = a.address_id),
        (select l.name from locations l where l.id = a.location_id), ''),
      'coordinates', json_build_object('lat', near.lat, 'lng', near.lng)) as visit
    from near join appointments a on a.id = near.id
    join bookings b on b.id = a.booking_id and b.deleted_at is null
    order by near.distance, near.id`,
)
