import pg from 'pg'
import type { Payload } from 'payload'
import { assertConstraints } from './assert-constraints.ts'
import { allConstraints } from './constraints/all-constraints.ts'
import { migrations } from './migrations/index.ts'
import { knownRelease, noteRelease } from './scheduling/zone-rules.ts'

/** Any number that nothing else in the database uses as an advisory lock. */
const migrationLock = 7_305_146

type Migrator = {
  migrate: (args: { migrations: typeof migrations }) => Promise<void>
  poolOptions: pg.PoolConfig
}

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
    for (const { sql } of allConstraints) await client.query(sql)
    await client.query(noteRelease, [knownRelease])
  } finally {
    await client.end()
  }
  await assertConstraints(payload)
}
