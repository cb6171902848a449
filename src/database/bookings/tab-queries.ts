import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { type TabKey, tabKeys } from '../../domain/bookings/tabs.ts'
import { query } from '../query.ts'
import { tabConditions } from './tab-conditions.ts'

export type TabCounts = Record<TabKey, number> & {
  /** Of those in Pending acceptance, how many have an offer that has waited too long. */
  lateAnswers: number
}

const isLate = sql`exists (select from assignment_offers o where o.booking_id = b.id
  and o.state = 'pending' and (o.escalated_at is not null or o.respond_by < now()))`

/** How many bookings each tab has, in one statement. */
export async function countTabs(req: PayloadRequest): Promise<TabCounts> {
  const counts = tabKeys.map(
    (key) => sql`count(*) filter (where ${tabConditions[key]})::int as ${sql.identifier(key)}`,
  )
  const late = sql`count(*) filter (where ${tabConditions['pending-acceptance']}
    and ${isLate})::int as "lateAnswers"`
  const [row] = await query<TabCounts>(
    req,
    sql`select ${sql.join([...counts, late], sql`, `)} from bookings b where b.deleted_at is null`,
  )
  return row ?? (Object.fromEntries(tabKeys.map((key) => [key, 0])) as TabCounts)
}

/** Ids of a tab's bookings, the most pressing first; for the tabs that a look at visits decides. */
export async function bookingsInTab(
  req: PayloadRequest,
  key: TabKey,
  { limit = 1000 }: { limit?: number } = {},
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`select b.id from bookings b where b.deleted_at is null and ${tabConditions[key]}
      order by b.starts_at nulls first limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** The most pressing bookings of several tabs, ids in order for each, in one statement. */
export async function firstInTabs(
  req: PayloadRequest,
  { keys, limit }: { keys: readonly TabKey[]; limit: number },
): Promise<Partial<Record<TabKey, string[]>>> {
  if (keys.length === 0) return {}
  const each = keys.map(
    (key) => sql`(select ${key}::text as key, b.id, b.starts_at from bookings b
      where b.deleted_at is null and ${tabConditions[key]}
      order by b.starts_at nulls first limit ${limit})`,
  )
  const rows = await query<{ key: TabKey; ids: string[] }>(
    req,
    sql`select key, array_agg(id order by starts_at nulls first, id) as ids
      from (${sql.join(each, sql` union all `)}) as found group by key`,
  )
  return Object.fromEntries(rows.map(({ key, ids }) => [key, ids]))
}
