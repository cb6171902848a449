import { sql } from 'drizzle-orm'
import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import type { FieldChanges } from '../../database/records/audit.ts'
import { tableOf } from '../../database/locks.ts'
import { query } from '../../database/query.ts'

type Account = { id?: unknown; hash?: null | string }

const hasPasswords = ({ auth }: SanitizedCollectionConfig) =>
  Boolean(auth) && !auth.disableLocalStrategy

/** That an account has another password than before; of the password itself nothing is kept. */
export const passwordChange = async (
  req: PayloadRequest,
  {
    collection,
    before,
    id,
  }: { collection: SanitizedCollectionConfig; before: Account; id: string },
): Promise<FieldChanges> => {
  if (!hasPasswords(collection)) return {}
  const table = sql.identifier(tableOf(collection.slug))
  const [now] = await query<{ hash: string | null }>(
    req,
    sql`select hash from ${table} where id = ${id}`,
  )
  const [was, is] = [before.hash ?? null, now?.hash ?? null]
  return was === is ? {} : { password: [null, was ? 'changed' : 'set'] }
}
