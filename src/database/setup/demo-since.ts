import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/**
 * When the demo company was written, as the history of the company's settings says; null where
 * there is none, or where a company of one's own has taken its place.
 */
export const demoSince = async (req: PayloadRequest): Promise<Date | null> => {
  const [row] = await query<{ since: string | null }>(
    req,
    sql`select max(at) filter (where channel = 'seed')::text as since from audit_events
      where subject_type = 'company' and subject_id = 'company'
      having max(at) filter (where channel = 'seed')
        > coalesce(max(at) filter (where command = 'start-company'), '-infinity')`,
  )
  return row?.since ? new Date(row.since) : null
}
