import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/** Drops what waits to be sent about bookings, reminders included; calendars still follow. */
export async function dropDeliveries(
  req: PayloadRequest,
  { bookings, reason }: { bookings: string[]; reason: string },
): Promise<void> {
  await query(
    req,
    sql`update deliveries set state = 'cancelled', error = ${reason}, updated_at = now()
      where booking_id = any(${`{${bookings.join(',')}}`}::uuid[]) and state in ('pending', 'failed') and channel <> 'calendar'
        and event <> 'offer-withdrawn'`,
  )
}
