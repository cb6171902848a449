import { liveList } from '../bookings/state-lists.ts'
import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

export type StoredConflict = {
  appointment: string
  booking: { id: string; number: string }
  customer: string
  service: string | null
  start: string
  end: string
  timezone: string
  fieldworker: { id: string; name: string }
  /** What is in the way: an absence, or a busy event of their own calendar. */
  kind: 'external' | 'unavailability'
  busyStart: string
  busyEnd: string
  note: string | null
}

const most = 500

/**
 * Open visits that an absence or an imported busy event of their person covers, by time; facts take
 * no time from anybody, so they may come over a visit that is there already.
 */
export async function readConflicts(
  req: PayloadRequest,
  { from, to, fieldworker = null }: { from: string; to: string; fieldworker?: string | null },
): Promise<StoredConflict[]> {
  return query<StoredConflict>(
    req,
    sql`select visit.id as appointment,
        json_build_object('id', booking.id, 'number', coalesce(booking.number, '')) as booking,
        coalesce(booking.customer_snapshot_name, '') as customer, service.name as service,
        visit.start, visit."end", coalesce(visit.timezone, booking.timezone, 'UTC') as timezone,
        json_build_object('id', person.id, 'name', person.name) as fieldworker, busy.kind,
        busy.starts_at as "busyStart", busy.ends_at as "busyEnd", absence.note
      from appointments visit
      join bookings booking on booking.id = visit.booking_id and booking.deleted_at is null
      join fieldworkers person on person.id = visit.fieldworker_id
      join occupancies busy on busy.fieldworker_id = person.id and not busy.exclusive
        and busy.kind in ('unavailability', 'external')
        and busy.starts_at < visit."end" and busy.ends_at > visit.start
      left join services service on service.id = visit.service_id
      left join unavailabilities absence on absence.id = busy.unavailability_id
      where visit.status in ${liveList} and visit.progress <> 'finished'
        and visit."end" > ${from}::timestamptz and visit.start < ${to}::timestamptz
        and (${fieldworker}::uuid is null or person.id = ${fieldworker}::uuid)
      order by visit.start, visit.id, busy.starts_at limit ${most}`,
  )
}
