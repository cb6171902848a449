import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { DomainError } from '../domain/domain-error.ts'
import { allConstraints, requiredIndexes } from './constraints/all-constraints.ts'

type Session = {
  drizzle: { execute: (query: ReturnType<typeof sql>) => Promise<{ rows: unknown[] }> }
}

const inForce = `
  select conname as name from pg_constraint where convalidated
  union select tgname from pg_trigger where tgenabled <> 'D'
  union select class.relname from pg_index join pg_class class on class.oid = indexrelid
    where indisvalid and pg_table_is_visible(indexrelid)
  union select proname from pg_proc where pg_function_is_visible(oid)`

/** What of all that the rules rest on is missing or switched off, and of how many. */
export const missingConstraints = async (
  ask: (text: string) => Promise<{ name: string }[]>,
): Promise<{ missing: string[]; looked: number }> => {
  const present = new Set((await ask(inForce)).map(({ name }) => name))
  const needed = [...new Set([...allConstraints.map(({ name }) => name), ...requiredIndexes])]
  return { missing: needed.filter((name) => !present.has(name)), looked: needed.length }
}

/**
 * Refuses to go on without what keeps two bookings apart and the history unchanged.
 * @throws {Error} naming every missing constraint, trigger or index
 */
export const assertConstraints = async (payload: Payload): Promise<void> => {
  const { drizzle } = payload.db as unknown as Session
  const { missing } = await missingConstraints(async (text) => {
    const { rows } = await drizzle.execute(sql.raw(text))
    return rows as { name: string }[]
  })
  if (missing.length === 0) return
  throw new DomainError(
    'start-refused',
    `The database lacks ${missing.join(', ')}. Run \`npm run migrate\`.`,
  )
}
