import type { SQL } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'

type Session = { execute: (query: SQL) => Promise<{ rows: unknown[] }> }
type Adapter = { drizzle: Session; sessions?: Record<string, { db: Session } | undefined> }

/** The drizzle session of the request's transaction, or the pool where there is none. */
export async function transactionOf(req: PayloadRequest): Promise<Session> {
  const adapter = req.payload.db as unknown as Adapter
  const id = await req.transactionID
  return (id ? adapter.sessions?.[String(id)]?.db : undefined) ?? adapter.drizzle
}

/** Runs one statement in the request's transaction and returns its rows. */
export async function query<Row>(req: PayloadRequest, statement: SQL): Promise<Row[]> {
  const session = await transactionOf(req)
  const { rows } = await session.execute(statement)
  return rows as Row[]
}
