import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { query } from '../../database/query.ts'

const tables = { customers: sql`customers_sessions`, users: sql`users_sessions` } as const

/**
 * Ends the session of this request on the server, so that a copied cookie is worth nothing. The
 * account is locked first, lest a sign-in of the same moment write the session back.
 */
export const revokeSession = async (req: PayloadRequest): Promise<void> => {
  const account = (req.user ?? {}) as { id?: string; collection?: string; _sid?: string }
  const { id, collection, _sid } = account
  if (!_sid || (collection !== 'customers' && collection !== 'users')) return
  await inTransaction(req, async () => {
    await lockRow(req, collection, id)
    await query(req, sql`delete from ${tables[collection]} where id = ${_sid}`)
  })
}
