import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from '../query.ts'

const tables = { customers: sql`customers_sessions`, users: sql`users_sessions` } as const

/** Whether the session that the request came with has not been ended since. */
export const isSessionOpen = async (req: PayloadRequest): Promise<boolean> => {
  const { collection, _sid } = (req.user ?? {}) as { collection?: string; _sid?: string }
  if (!_sid || (collection !== 'customers' && collection !== 'users')) return false
  const rows = await query(req, sql`select 1 from ${tables[collection]} where id = ${_sid}`)
  return rows.length > 0
}
