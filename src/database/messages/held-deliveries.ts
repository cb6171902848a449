import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/**
 * Takes back the messages of these bookings, and of those they were rescheduled from or to, that
 * still wait for their undo window. True when there were any, in this transaction at all.
 */
export async function takeBackDeliveries(
  req: PayloadRequest,
  bookings: string[],
): Promise<boolean> {
  if (bookings.length === 0) return false
  const [row] = await query<{ taken: boolean }>(
    req,
    sql`with family as (
      select b.id from bookings b where b.id in
        (select value::uuid from jsonb_array_elements_text(${JSON.stringify(bookings)}::jsonb))
      union select other.id from bookings b join bookings other on other.lineage_id = b.lineage_id
        where b.id in
          (select value::uuid from jsonb_array_elements_text(${JSON.stringify(bookings)}::jsonb))
    ), taken as (
      update deliveries set state = 'cancelled', error = 'Taken back before it was sent.',
        updated_at = now()
      where booking_id in (select id from family) and state = 'pending'
        and channel <> 'calendar' and payload->>'held' = 'true' and not_before > now()
      returning id
    )
    select exists (select from taken) or exists (select from deliveries
      where booking_id in (select id from family) and state = 'cancelled'
        and payload->>'held' = 'true' and updated_at = now()::timestamptz(3)) as taken`,
  )
  return row?.taken ?? false
}
