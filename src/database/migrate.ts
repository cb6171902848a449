import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Payload } from 'payload'
import { DomainError } from '../domain/domain-error.ts'
import { assertConstraints } from './assert-constraints.ts'
import { allConstraints } from './constraints/all-constraints.ts'
import type { Constraint } from './constraints/constraint.ts'
import { searchIndexes } from './constraints/search-indexes.ts'
import { postgresCode } from './errors.ts'
import { migrations } from './migrations/index.ts'
import { lineOfOverlap, readOverlaps } from './scheduling/overlaps.ts'
import { knownRelease, noteRelease } from './scheduling/zone-rules.ts'

/** Any number that nothing else in the database uses as an advisory lock. */
const migrationLock = 7_305_146

type Migrator = {
  migrate: (args: { migrations: typeof migrations }) => Promise<void>
  poolOptions: pg.PoolConfig
}

const overlap = '23P01'
const brokenRule = '23514'
const most = 20

/** @throws {DomainError} start-refused, a line for each row that the rule does not allow */
const apply = async (client: pg.Client, { name, sql }: Constraint): Promise<void> => {
  try {
    await client.query(sql)
  } catch (error) {
    const code = postgresCode(error)
    if (code === brokenRule) {
      throw refused(`There are rows that break the rule ${name}. Correct them, then start again.`)
    }
    if (code !== overlap) throw error
    const overlaps = await readOverlaps((statement) => {
      const { sql: text, params } = new PgDialect().sqlToQuery(statement)
      return client.query(text, params)
    })
    const lines = overlaps.slice(0, most).map(lineOfOverlap)
    const more = overlaps.length > most ? ['There are more of them.'] : []
    throw refused(
      [
        'Some people are in two places at once:',
        ...lines,
        ...more,
        '`npm run doctor -- --mend-overlaps` puts the later visits into Not Assigned.',
      ].join('\n'),
    )
  }
}

const refused = (message: string) => new DomainError('start-refused', message)

/**
 * Brings the schema up to date: migrations, then constraints and triggers. Processes that start
 * together wait for each other; waiting has no time limit, since a migration may be long.
 */
export const migrate = async (payload: Payload): Promise<void> => {
  const database = payload.db as unknown as Migrator
  const { connectionString } = database.poolOptions
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create extension if not exists btree_gist')
    await database.migrate({ migrations })
    for (const constraint of [...allConstraints, ...searchIndexes]) await apply(client, constraint)
    await client.query(noteRelease, [knownRelease])
  } finally {
    await client.end()
  }
  await assertConstraints(payload)
}
