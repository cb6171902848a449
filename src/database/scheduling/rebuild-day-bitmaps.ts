import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../in-transaction.ts'
import { query } from '../query.ts'

/**
 * Recomputes the materialised days and the points of visits while nobody writes what they come
 * from; returns how many were wrong. Triggers keep them true, so anything but 0 means that triggers were switched off.
 */
export const rebuildDayBitmaps = (req: PayloadRequest): Promise<number> =>
  inTransaction(req, async () => {
    // Years of work take longer than a question may.
    await query(req, sql`set local statement_timeout = 0`)
    const [row] = await query<{ mended: number }>(
      req,
      sql`select rebuild_visit_points() + rebuild_day_bitmaps() as mended`,
    )
    return row?.mended ?? 0
  })
