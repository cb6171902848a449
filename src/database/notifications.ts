import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { NotificationRow } from '../domain/messages/events.ts'
import { statement } from './statement.ts'

/** Appends entries to in-app lists in one statement of the request's transaction (NA-03). */
export async function insertNotifications(
  req: PayloadRequest,
  rows: NotificationRow[],
): Promise<void> {
  if (rows.length === 0) return
  await insert(req, { rows: JSON.stringify(rows) })
}

const insert = statement<unknown, { rows: string }>(
  'insert_notifications',
  () => sql`insert into notifications (user_id, customer_id, title, body, href, booking_id, event)
      select (input->>'user')::uuid, (input->>'customer')::uuid, input->>'title', input->>'body',
        input->>'href', (input->>'booking')::uuid, input->>'event'
      from jsonb_array_elements(${sql.placeholder('rows')}::jsonb) as input`,
)
