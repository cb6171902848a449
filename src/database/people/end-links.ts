import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

/** Ends every link into an account that is still open. */
export const endLinksOf = async (
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string },
): Promise<void> => {
  await query(
    req,
    sql`update links set expires_at = now(), updated_at = now()
      where subject_type = ${collection} and subject_id = ${id}
        and used_at is null and expires_at > now()`,
  )
}
