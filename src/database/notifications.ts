import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { NotificationRow } from '../domain/messages/events.ts'
import { query } from './query.ts'

/** Appends entries to in-app lists in one statement of the request's transaction (NA-03). */
export async function insertNotifications(
  req: PayloadRequest,
  rows: NotificationRow[],
): Promise<void> {
  if (rows.length === 0) return
  await query(
    req,
    sql`insert into notifications (user_id, customer_id, title, body, href, booking_id, event)
      select (input->>'user')::uuid, (input->>'customer')::uuid, input->>'title', input->>'body',
        input->>'href', (input->>'booking')::uuid, input->>'event'
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as input`,
  )
}
