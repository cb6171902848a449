import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'

/** Drops what waits to be sent about a booking, reminders included; calendars still follow (RS-06). */
export async function dropDeliveries(
  req: PayloadRequest,
  { booking, reason }: { booking: string; reason: string },
): Promise<void> {
  await query(
    req,
    sql`update deliveries set state = 'cancelled', error = ${reason}, updated_at = now()
      where booking_id = ${booking} and state in ('pending', 'failed') and channel <> 'calendar'
        and event <> 'offer-withdrawn'`,
  )
}
