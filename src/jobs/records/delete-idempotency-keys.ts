import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { query } from '../../database/query.ts'
import { jobRequest } from '../messages/send-delivery.ts'

/** How long a repeat gets the stored answer. */
const keptHours = 24

/** Deletes stored answers, which may name people, once nobody repeats the requests any more. */
export const deleteIdempotencyKeys = async (payload: Payload): Promise<void> => {
  const old = sql`created_at < now() - ${keptHours} * interval '1 hour'`
  await query(await jobRequest(payload), sql`delete from idempotency_keys where ${old}`)
}
