import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { statement } from '../statement.ts'

/**
 * The next values of a named counter, unique under any number of writers; they start at 1. The
 * counter is locked until the transaction ends.
 */
export async function nextNumbers(
  req: PayloadRequest,
  { name, count }: { name: string; count: number },
): Promise<number[]> {
  const [row] = await next(req, { name, count })
  return Array.from({ length: count }, (_, at) => Number(row?.value) - count + 1 + at)
}

const next = statement<{ value: string }, { name: string; count: number }>(
  'next_number',
  () => sql`insert into counters (name, value)
      values (${sql.placeholder('name')}, ${sql.placeholder('count')}::integer)
    on conflict (name) do update set value = counters.value + excluded.value, updated_at = now()
    returning value`,
)
