import { getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { tableOf } from './locks.ts'
import { query } from './query.ts'

/** New rows of one collection, keyed by field; groups as `group_member`. */
export type NewRows = { collection: string; rows: Record<string, unknown>[] }

type Tables = Record<string, Table | undefined>

const columnsOf = (req: PayloadRequest, collection: string) => {
  const { tables } = req.payload.db as unknown as { tables: Tables }
  const table = tables[tableOf(collection)]
  if (!table) throw new Error(`There is no table of ${collection}.`)
  return getTableColumns(table)
}

const insertOf = (req: PayloadRequest, { collection, rows }: NewRows): SQL => {
  const columns = columnsOf(req, collection)
  const table = sql.identifier(tableOf(collection))
  const fields = Object.keys(rows[0] ?? {})
  const named = fields.map((field) => {
    const column = columns[field]
    if (!column) throw new Error(`${collection} has no column for ${field}.`)
    return column.name
  })
  const given = rows.map((row) =>
    Object.fromEntries(fields.map((field, index) => [named[index], row[field] ?? null])),
  )
  const list = sql.join(
    named.map((name) => sql.identifier(name)),
    sql`, `,
  )
  return sql`insert into ${table} (${list})
    select ${list} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(given)}::jsonb)`
}

/**
 * Inserts rows of several collections in one statement, those referred to included: the database
 * checks references at its end. All rows of a collection have the same fields.
 */
export async function insertRows(req: PayloadRequest, parts: NewRows[]): Promise<void> {
  const filled = parts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return
  const inserts = filled.map(
    (part, index) => sql`${sql.identifier(`part${index}`)} as (${insertOf(req, part)})`,
  )
  await query(req, sql`with ${sql.join(inserts, sql`, `)} select 1`)
}
