import type { Constraint } from './constraint.ts'

/** The table that every process counts in; see `RateLimiterPostgres`, whose columns these are. */
export const requestCounts = 'request_counts'

/**
 * How often each caller has asked since when, for the limits that all processes share. Unlogged:
 * a count costs no write to the log, and after a crash of the database everybody starts at zero.
 */
export const requestCountsTable: Constraint[] = [
  {
    name: `${requestCounts}_pkey`,
    sql: `create unlogged table if not exists ${requestCounts} (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    ) with (fillfactor = 70)`,
  },
]
