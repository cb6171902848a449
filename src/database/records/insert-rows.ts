import { getTableColumns, type SQL, sql, type Table } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { tableOf } from '../locks.ts'
import { statement } from '../statement.ts'

/** New rows of one collection, keyed by field; groups as `group_member`. */
export type NewRows = { collection: string; rows: Record<string, unknown>[] }

type Tables = Record<string, Table | undefined>

export const columnsOf = (req: PayloadRequest, collection: string) => {
  const { tables } = req.payload.db as unknown as { tables: Tables }
  const table = tables[tableOf(collection)]
  if (!table) throw new Error(`There is no table of ${collection}.`)
  return getTableColumns(table)
}

/** The statement for these fields of these collections; its values are one JSON text a part. */
const build = (req: PayloadRequest, parts: Shape[]): SQL => {
  const inserts = parts.map(({ collection, fields }, index) => {
    const columns = columnsOf(req, collection)
    const table = sql.identifier(tableOf(collection))
    const list = sql.join(
      fields.map((field) => sql.identifier(columns[field]?.name ?? field)),
      sql`, `,
    )
    return sql`${sql.identifier(`part${index}`)} as (insert into ${table} (${list})
      select ${list}
      from jsonb_populate_recordset(null::${table}, ${sql.placeholder(`part${index}`)}::jsonb))`
  })
  return sql`with ${sql.join(inserts, sql`, `)} select 1`
}

type Shape = { collection: string; fields: string[] }

const known = new Map<string, ReturnType<typeof statement>>()

const statementFor = (req: PayloadRequest, shapes: Shape[]) => {
  const key = JSON.stringify(shapes)
  const found = known.get(key)
  if (found) return found
  const made = statement(`insert_${known.size}`, () => build(req, shapes))
  known.set(key, made)
  return made
}

export const jsonOf = (
  req: PayloadRequest,
  { collection, rows }: NewRows,
  { fields }: Pick<Shape, 'fields'>,
): string => {
  const columns = columnsOf(req, collection)
  const named = fields.map((field) => {
    const column = columns[field]
    if (!column) throw new Error(`${collection} has no column for ${field}.`)
    return [field, column.name] as const
  })
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(named.map(([field, name]) => [name, row[field] ?? null]))),
  )
}

/**
 * Inserts rows of several collections in one statement, those referred to included: the database
 * checks references at its end. A field that only some rows of a collection have is null in the
 * others.
 */
export async function insertRows(req: PayloadRequest, parts: NewRows[]): Promise<void> {
  const filled = parts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return
  const shapes = filled.map(({ collection, rows }) => ({
    collection,
    fields: [...new Set(rows.flatMap((row) => Object.keys(row)))].sort(),
  }))
  const values = filled.map((part, index) => [
    `part${index}`,
    jsonOf(req, part, shapes[index] as Shape),
  ])
  await statementFor(req, shapes)(req, Object.fromEntries(values))
}
