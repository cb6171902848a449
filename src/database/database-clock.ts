import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'

/** What the clock of the database shows (epoch ms): one for all processes, whatever theirs show. */
export const databaseClock = async (req: PayloadRequest): Promise<number> => {
  const [row] = await query<{ now: number }>(
    req,
    sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
  )
  return row?.now ?? Date.now()
}
