import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../../database/query.ts'

const tables = { customers: sql`customers_sessions`, users: sql`users_sessions` } as const

/** Ends the session of this request on the server, so that a copied cookie is worth nothing. */
export const revokeSession = async (req: PayloadRequest): Promise<void> => {
  const { collection, _sid } = (req.user ?? {}) as { collection?: string; _sid?: string }
  if (!_sid || (collection !== 'customers' && collection !== 'users')) return
  await query(req, sql`delete from ${tables[collection]} where id = ${_sid}`)
}
