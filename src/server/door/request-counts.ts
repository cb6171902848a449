import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
} from 'rate-limiter-flexible'
import { requestCounts as table } from '../../database/constraints/request-counts-table.ts'
import { SteadyPool } from '../../database/resilient-pool.ts'

export type Limit = {
  /** What is counted; one count for every limit of this name. */
  name: string
  /** Requests that a caller may make in a minute. */
  points: number
}

/** Where requests are counted: a counter for each limit. */
export type RequestCounts = (limit: Limit) => RateLimiterAbstract

const duration = 60
const optionsOf = ({ name, points }: Limit) => ({ keyPrefix: name, points, duration })

/** Counts of this process alone, for as long as there is no database. */
export const countsInMemory: RequestCounts = (limit) => new RateLimiterMemory(optionsOf(limit))

/**
 * One count for every process on the database at `url`: one short statement a request, and none for
 * a caller who is over the limit until the minute is over. They have connections of their own, so
 * that a queue for the product's is no queue for them. While the database does not answer, each
 * process counts in its memory.
 */
export const sharedCounts = (
  url: string,
): { counts: RequestCounts; close: () => Promise<void> } => {
  const pool = new SteadyPool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 1000,
    query_timeout: 1000,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    application_name: 'fieldbook-limits',
    options: '-c synchronous_commit=off',
  })
  const counts: RequestCounts = (limit) =>
    new RateLimiterPostgres({
      ...optionsOf(limit),
      storeClient: pool,
      storeType: 'pool',
      tableName: table,
      tableCreated: true,
      inMemoryBlockOnConsumed: limit.points,
      insuranceLimiter: countsInMemory(limit),
    })
  return { counts, close: () => pool.end() }
}
