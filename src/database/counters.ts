import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { statement } from './statement.ts'

/** The next value of a named counter, unique under any number of writers; starts at 1. */
export async function nextNumber(req: PayloadRequest, name: string): Promise<number> {
  const [row] = await next(req, { name })
  return Number(row?.value)
}

const next = statement<{ value: string }, { name: string }>(
  'next_number',
  () => sql`insert into counters (name, value) values (${sql.placeholder('name')}, 1)
    on conflict (name) do update set value = counters.value + 1, updated_at = now()
    returning value`,
)
