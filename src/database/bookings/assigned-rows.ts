import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

type Column = 'address' | 'appointment' | 'booking' | 'customer'

const columns = {
  address: sql`coalesce(visit.address_id, booking.address_id)`,
  appointment: sql`visit.id`,
  booking: sql`visit.booking_id`,
  customer: sql`booking.customer_id`,
} satisfies Record<Column, ReturnType<typeof sql>>

/** Ids in one column of the visits assigned or offered (and unanswered) to a fieldworker. */
export const assignedRows = async (
  req: PayloadRequest,
  fieldworker: string,
  column: Column,
): Promise<string[]> => {
  const rows = await query<{ id: null | string }>(
    req,
    sql`select distinct ${columns[column]}::text as id
        from appointments visit
        join bookings booking on booking.id = visit.booking_id
        where booking.deleted_at is null
          and (visit.fieldworker_id = ${fieldworker}
            or exists (select 1 from assignment_offers offer
                       where offer.appointment_id = visit.id
                         and offer.fieldworker_id = ${fieldworker}
                         and offer.state = 'pending'))`,
  )
  return rows.flatMap(({ id }) => (id ? [id] : []))
}
