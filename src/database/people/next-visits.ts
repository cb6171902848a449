import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { liveList } from '../bookings/state-lists.ts'
import { query } from '../query.ts'

export type NextVisit = {
  fieldworker: string
  booking: string
  number: string
  service: string | null
  customer: string
  start: string
  end: string
  timezone: string
}

/** The next live visits of fieldworkers from now on, at most `each` of everybody, by time. */
export const readNextVisits = (
  req: PayloadRequest,
  { fieldworker = null, each }: { fieldworker?: string | null; each: number },
): Promise<NextVisit[]> =>
  query<NextVisit>(
    req,
    sql`select fieldworker, booking, number, service, customer, start, "end", timezone
      from (select visit.fieldworker_id as fieldworker, booking.id as booking,
          coalesce(booking.number, '') as number, service.name as service,
          coalesce(booking.customer_snapshot_name, '') as customer,
          to_char(visit.start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start,
          to_char(visit."end" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "end",
          coalesce(visit.timezone, booking.timezone, 'UTC') as timezone,
          row_number() over (partition by visit.fieldworker_id order by visit.start, visit.id)
            as place
        from appointments visit
        join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
        left join services service on service.id = visit.service_id
        where visit.status in ${liveList} and visit."end" > now()
          and visit.fieldworker_id is not null
          and (${fieldworker}::uuid is null or visit.fieldworker_id = ${fieldworker}::uuid)
      ) as ahead
      where place <= ${each} order by start, booking`,
  )
