import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/** Rows of the ledger per state, in one statement; for callers who may see all of it. */
export async function countDeliveries(req: PayloadRequest): Promise<Record<string, number>> {
  const rows = await query<{ state: string; count: number }>(
    req,
    sql`select state::text as state, count(*)::int as count from deliveries group by 1`,
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}
