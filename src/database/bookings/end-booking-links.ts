import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/** Ends the links that were mailed for a booking, and for those it succeeded, in one statement. */
export async function endBookingLinks(req: PayloadRequest, booking: string): Promise<void> {
  await query(
    req,
    sql`with recursive chain as (
        select id, rescheduled_from_id from bookings where id = ${booking}
        union
        select past.id, past.rescheduled_from_id
        from chain join bookings past on past.id = chain.rescheduled_from_id
      )
      update links set expires_at = now(), updated_at = now()
      where subject_type = 'bookings' and expires_at > now()
        and subject_id in (select id::text from chain)`,
  )
}
