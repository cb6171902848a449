import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { liveList } from '../bookings/state-lists.ts'
import { query } from '../query.ts'

type Whose = { fieldworker: string | null; location: string | null }

export type StoredHit = {
  appointment: string
  booking: { id: string; number: string }
  customer: string
  service: string | null
  start: string
  end: string
  timezone: string
}

const most = 100

/** Live visits of a person, or at a location, that overlap a span, by time. */
export const readVisitsHit = (
  req: PayloadRequest,
  { fieldworker, location, start, end }: Whose & { start: string; end: string },
): Promise<StoredHit[]> =>
  query<StoredHit>(
    req,
    sql`select visit.id as appointment,
        json_build_object('id', booking.id, 'number', coalesce(booking.number, '')) as booking,
        coalesce(booking.customer_snapshot_name, '') as customer, service.name as service,
        visit.start, visit."end", coalesce(visit.timezone, booking.timezone, 'UTC') as timezone
      from appointments visit
      join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
      left join services service on service.id = visit.service_id
      where visit.status in ${liveList} and visit.progress <> 'finished'
        and visit.start < ${end}::timestamptz and visit."end" > ${start}::timestamptz
        and (visit.fieldworker_id = ${fieldworker}::uuid
          or coalesce(visit.location_id, booking.location_id) = ${location}::uuid)
      order by visit.start, visit.id limit ${most}`,
  )
