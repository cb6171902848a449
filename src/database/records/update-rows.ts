import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { columnsOf, jsonOf, type NewRows } from './insert-rows.ts'
import { tableOf } from '../locks.ts'
import { query } from '../query.ts'

/** Changes rows of one collection in one statement; all have an `id` and the same other fields. */
export async function updateRows(req: PayloadRequest, part: NewRows): Promise<void> {
  const [first] = part.rows
  if (!first) return
  const columns = columnsOf(req, part.collection)
  const fields = Object.keys(first)
  const table = sql.identifier(tableOf(part.collection))
  const changes = fields
    .filter((field) => field !== 'id')
    .map((field): SQL => {
      const name = sql.identifier(columns[field]?.name ?? field)
      return sql`${name} = changed.${name}`
    })
  await query(
    req,
    sql`update ${table} set ${sql.join(changes, sql`, `)}
      from jsonb_populate_recordset(null::${table}, ${jsonOf(req, part, { fields })}::jsonb) as changed
      where ${table}.id = changed.id`,
  )
}
