import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'

/** Discussion and files go with a booking to its successor (RS-07), in one statement. */
export async function followBooking(
  req: PayloadRequest,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await query(
    req,
    sql`with talk as (update comments set booking_id = ${to} where booking_id = ${from})
      update media set booking_id = ${to} where booking_id = ${from}`,
  )
}
