import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { PgDialect, PgTransactionConfig } from 'drizzle-orm/pg-core'
import type { BaseDatabaseAdapter } from 'payload'
import type pg from 'pg'
import { DomainError } from '../domain/domain-error.ts'
import { isConnectionLost } from './errors.ts'

type Schema = ConstructorParameters<typeof NodePgSession>[2]
type Transaction = NodePgTransaction<Record<string, unknown>, Record<string, never>> & {
  getTransactionConfigSQL: (config: PgTransactionConfig) => ReturnType<typeof sql>
}
type Open = { db: Transaction; resolve: () => Promise<void>; reject: () => Promise<void> }

/** What the framework's PostgreSQL adapter offers to whoever ends its transactions. */
type Adapter = {
  initializing: Promise<void>
  pool: pg.Pool
  drizzle: { dialect: PgDialect; session: { schema: Schema; options: object } }
  sessions: Record<string, Open | undefined>
  transactionOptions?: PgTransactionConfig
  beginTransaction: (options?: PgTransactionConfig) => Promise<string>
  commitTransaction: (id?: Promise<string> | string) => Promise<void>
  rollbackTransaction: (id?: Promise<string> | string) => Promise<void>
}

const unknownOutcome = () =>
  new DomainError(
    'busy',
    'The connection to the database was lost while this was being saved. Look whether it is there, or send it again.',
  )

/** Rolls back what a failed statement had spoiled, however the failure was handled. */
const undone = () => new Error('The database rolled this transaction back instead of storing it.')

const commit = async (client: pg.PoolClient): Promise<void> => {
  try {
    const { command } = await client.query('commit')
    // PostgreSQL answers a COMMIT of a transaction that has failed with ROLLBACK, and no error.
    if (command !== 'COMMIT') throw undone()
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw isConnectionLost(error) ? unknownOutcome() : error
  }
}

const rollback = async (client: pg.PoolClient): Promise<void> => {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    // The database rolls back by itself when it loses the connection.
    client.release(error as Error)
  }
}

const begin = async (adapter: Adapter, options?: PgTransactionConfig): Promise<Open> => {
  const { dialect, session } = adapter.drizzle
  const client = await adapter.pool.connect()
  const own = new NodePgSession(client, dialect, session.schema, session.options)
  const db = new NodePgTransaction(dialect, own as never, session.schema as never) as Transaction
  try {
    await db.execute(options ? sql`begin ${db.getTransactionConfigSQL(options)}` : sql`begin`)
  } catch (error) {
    client.release(error as Error)
    throw error
  }
  return { db, resolve: () => commit(client), reject: () => rollback(client) }
}

/**
 * Has the adapter check the end of its transactions: a commit that the database does not confirm
 * throws, so that nothing is acknowledged that may not be there. One that another part of the same
 * request has rolled back meanwhile cannot be committed either.
 */
export const checkTransactions = (given: BaseDatabaseAdapter): void => {
  const adapter = given as unknown as Adapter
  // Forgotten first, so that nothing else can use a session that is ending.
  const take = async (promised?: Promise<string> | string) => {
    const id = (await promised) ?? ''
    const open = adapter.sessions[id]
    delete adapter.sessions[id]
    return open
  }
  adapter.beginTransaction = async (options = adapter.transactionOptions) => {
    await adapter.initializing
    const id = randomUUID()
    adapter.sessions[id] = await begin(adapter, options)
    return id
  }
  adapter.commitTransaction = async (id) => {
    const open = await take(id)
    if (!open) throw undone()
    await open.resolve()
  }
  adapter.rollbackTransaction = async (id) => (await take(id))?.reject()
}
