import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import type pg from 'pg'
import { checkTransactions } from './checked-transactions.ts'
import { searchFolded } from './search-operators.ts'
import { hideValuesWhenPrinted } from './without-values.ts'

type Adapter = {
  pg: typeof pg
  pool: pg.Pool | undefined
  poolOptions: pg.PoolConfig
  connect: NonNullable<BaseDatabaseAdapter['connect']>
}

/** A pool that has answered; undefined where the framework should find out what is wrong. */
const openPool = async ({ pg: driver, poolOptions }: Adapter): Promise<pg.Pool | undefined> => {
  const pool = new driver.Pool(poolOptions)
  try {
    await pool.query('select 1')
    return pool
  } catch {
    await pool.end()
    return undefined
  }
}

/**
 * Gives every connection back to the pool: from a pool that it opens itself the framework takes one
 * for good, and another each time the database restarts.
 */
const keepNoConnection = (given: BaseDatabaseAdapter): void => {
  const adapter = given as unknown as Adapter
  const connect = adapter.connect.bind(given)
  adapter.connect = async (options) => {
    adapter.pool ??= await openPool(adapter)
    await connect(options)
  }
}

/**
 * The adapter whose commits are checked, whose pool survives a database that restarts, and which
 * searches texts as people mean them.
 */
export const steadyAdapter = (database: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...database,
  init: (given) => {
    const adapter = database.init(given)
    hideValuesWhenPrinted()
    checkTransactions(adapter)
    keepNoConnection(adapter)
    searchFolded(adapter)
    return adapter
  },
})
