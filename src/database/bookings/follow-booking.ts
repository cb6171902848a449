import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

export type Succession = { from: string; to: string }

/** Discussion and files go with bookings to their successors, in one statement. */
export async function followBookings(req: PayloadRequest, moves: Succession[]): Promise<void> {
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as pair("from" uuid, "to" uuid)`
  await query(
    req,
    sql`with talk as (
        update comments set booking_id = pair."to" from ${pairs} where booking_id = pair."from")
      update media set booking_id = pair."to" from ${pairs} where booking_id = pair."from"`,
  )
}
