import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { DomainError } from '../domain/domain-error.ts'
import { allConstraints, requiredIndexes } from './constraints/all-constraints.ts'

type Session = {
  drizzle: { execute: (query: ReturnType<typeof sql>) => Promise<{ rows: unknown[] }> }
}

/**
 * Refuses to go on without what keeps two bookings apart and the history unchanged.
 * @throws {Error} naming every missing constraint, trigger or index
 */
export const assertConstraints = async (payload: Payload): Promise<void> => {
  const { drizzle } = payload.db as unknown as Session
  const { rows } = await drizzle.execute(sql`
    select conname as name from pg_constraint where convalidated
    union select tgname from pg_trigger where tgenabled <> 'D'
    union select indexrelid::regclass::text from pg_index where indisvalid`)
  const present = new Set((rows as { name: string }[]).map(({ name }) => name))
  const missing = [...allConstraints.map(({ name }) => name), ...requiredIndexes].filter(
    (name) => !present.has(name),
  )
  if (missing.length === 0) return
  throw new DomainError(
    'start-refused',
    `The database lacks ${missing.join(', ')}. Run \`npm run migrate\`.`,
    { status: 503 },
  )
}
