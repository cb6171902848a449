import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'

/** The next value of a named counter, unique under any number of writers; starts at 1. */
export async function nextNumber(req: PayloadRequest, name: string): Promise<number> {
  const [row] = await query<{ value: string }>(
    req,
    sql`insert into counters (name, value) values (${name}, 1)
        on conflict (name) do update set value = counters.value + 1, updated_at = now()
        returning value`,
  )
  return Number(row?.value)
}
