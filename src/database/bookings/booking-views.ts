import { heldList } from './state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { lineageRoot } from './lineage-root.ts'
import { query } from '../query.ts'

export type StoredLineView = { id: string; name: string; quantity: number; total: number }

export type StoredVisitView = {
  id: string
  origin: string
  /** How often it moved, and the versions of it and its booking. */
  moves: number
  version: number
  bookingVersion: number
  service: string
  start: string
  end: string
  timezone: string
  status: string
  acceptance: string
  progress: string
  fieldworker: string | null
  place: string | null
}

export type StoredBookingView = {
  id: string
  place: string | null
  lines: StoredLineView[]
  visits: StoredVisitView[]
}

const addressLine = sql`nullif(concat_ws(', ', nullif(address.line1, ''), nullif(address.line2, ''),
  nullif(concat_ws(' ', address.suburb, address.region, address.postcode), '')), '')`

/** Lines and visits of bookings that the caller may see already, by booking, in one statement. */
export async function readBookingViews(
  req: PayloadRequest,
  ids: string[],
): Promise<Map<string, StoredBookingView>> {
  if (ids.length === 0) return new Map()
  const rows = await query<StoredBookingView>(
    req,
    sql`select booking.id, coalesce(location.name, ${addressLine}) as place,
      coalesce((select json_agg(json_build_object('id', line.id, 'name', service.name,
          'quantity', coalesce(line.quantity, 1), 'total', coalesce(line.total_amount, 0)::bigint)
          order by line.created_at)
        from booking_lines line join services service on service.id = line.service_id
        where line.booking_id = booking.id and line.quantity is distinct from 0), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', visit.id, 'origin', first.id,
          'moves', first.moves, 'version', coalesce(visit.version, 0)::int,
          'bookingVersion', coalesce(booking.version, 0)::int,
          'service', coalesce(service.name, 'Visit'),
          'start', visit.start, 'end', visit."end",
          'timezone', coalesce(visit.timezone, booking.timezone, 'UTC'), 'status', visit.status,
          'acceptance', visit.acceptance, 'progress', visit.progress, 'fieldworker', holder.name,
          'place', coalesce(location.name, ${addressLine})) order by visit.start, visit.created_at)
        from appointments visit
        left join services service on service.id = visit.service_id
        left join fieldworkers holder on holder.id = visit.fieldworker_id
          and visit.acceptance in ${heldList}
        cross join ${lineageRoot} first
        where visit.booking_id = booking.id and visit.status <> 'rescheduled'), '[]') as visits
    from bookings booking
    left join locations location on location.id = booking.location_id
    left join addresses address on address.id = booking.address_id
    where booking.id::text in (${sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )})`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
