import { fillPlaceholders, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PayloadRequest } from 'payload'

type Client = {
  query: (config: { name: string; text: string; values: unknown[] }) => Promise<{ rows: unknown[] }>
}
type Adapter = {
  pool: Client
  sessions?: Record<string, { db: { session: { client: Client } } } | undefined>
}

const dialect = new PgDialect()

/**
 * A statement of the hot paths, written once and prepared once per connection: building and
 * planning it costs more than running it. Values take the place of `sql.placeholder`s; instants
 * come back as `Date`.
 */
export const statement = <Row, Values extends Record<string, unknown>>(
  name: string,
  build: () => SQL,
): ((req: PayloadRequest, values: Values) => Promise<Row[]>) => {
  let built: { sql: string; params: unknown[] } | undefined
  return async (req, values) => {
    built ??= dialect.sqlToQuery(build())
    const adapter = req.payload.db as unknown as Adapter
    const id = await req.transactionID
    const client = (id ? adapter.sessions?.[String(id)]?.db.session.client : null) ?? adapter.pool
    const { rows } = await client.query({
      name: `fieldbook_${name}`,
      text: built.sql,
      values: fillPlaceholders(built.params, values),
    })
    return rows as Row[]
  }
}
