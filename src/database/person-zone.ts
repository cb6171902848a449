import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'

/** The zone on whose clock a fieldworker lives; the company's where none is known. */
export const readPersonZone = async (req: PayloadRequest, fieldworker: string): Promise<string> => {
  const [row] = await query<{ timezone: string }>(
    req,
    sql`select coalesce(
      (select nullif(timezone, '') from fieldworkers where id = ${fieldworker}),
      (select timezone from company limit 1), 'UTC') as timezone`,
  )
  return row?.timezone ?? 'UTC'
}
