import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

type Whose = { fieldworker?: string | null; location?: string | null }

/** The zone on whose clock a fieldworker or a location lives; else the company's. */
export const readPlaceZone = async (
  req: PayloadRequest,
  { fieldworker = null, location = null }: Whose,
): Promise<string> => {
  const [row] = await query<{ timezone: string }>(
    req,
    sql`select coalesce(
      (select nullif(timezone, '') from fieldworkers where id = ${fieldworker}),
      (select nullif(timezone, '') from locations where id = ${location}),
      (select timezone from company limit 1), 'UTC') as timezone`,
  )
  return row?.timezone ?? 'UTC'
}
