import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'
import { liveList } from './state-lists.ts'

/** Records on which bookings rest. */
export type BookedRecord = 'areas' | 'customers' | 'fieldworkers' | 'locations' | 'services'

const uses: Record<BookedRecord, (id: string) => SQL> = {
  areas: (id) => sql`visit_address.area_id = ${id} or address.area_id = ${id}`,
  customers: (id) => sql`booking.customer_id = ${id}`,
  fieldworkers: (id) => sql`visit.fieldworker_id = ${id} or visit.reserved_for_id = ${id}`,
  locations: (id) => sql`visit.location_id = ${id} or booking.location_id = ${id}`,
  services: (id) => sql`visit.service_id = ${id}`,
}

/** How many live bookings use a record, in one statement. */
export async function countLiveBookings(
  req: PayloadRequest,
  { of, id }: { of: BookedRecord; id: string },
): Promise<number> {
  const [row] = await query<{ count: number }>(
    req,
    sql`select count(distinct booking.id)::int as count from bookings booking
      left join addresses address on address.id = booking.address_id
      left join appointments visit on visit.booking_id = booking.id
        and visit.status in ${liveList}
      left join addresses visit_address on visit_address.id = visit.address_id
      where booking.status in ${liveList} and booking.deleted_at is null
        and (${uses[of](id)})`,
  )
  return row?.count ?? 0
}
