import { doneList, heldList, liveList } from './state-lists.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { type TabKey, tabKeys } from '../../domain/bookings/tabs.ts'
import { query } from '../query.ts'

const live = sql`b.status in ${liveList}`
const active = sql`a.status in ${liveList} and a.replaced_by_id is null`

const someVisit = (condition: SQL): SQL =>
  sql`exists (select from appointments a where a.booking_id = b.id and ${condition})`

/** A booking of the tab, as a condition over `bookings b`; `b.deleted_at is null` goes before it. */
const conditions: Record<TabKey, SQL> = {
  upcoming: sql`${live} and b.ends_at > now()`,
  past: sql`(b.status in ${doneList} or (b.status = 'confirmed' and b.ends_at <= now()))`,
  'pending-approval': sql`${live} and b.gates_approval in ('open', 'rejected')`,
  'pending-confirmation': sql`${live} and (b.gates_customer = 'open' or b.gates_deposit = 'open')`,
  'pending-acceptance': sql`${live} and ${someVisit(sql`${active} and a.acceptance = 'pending'`)}`,
  'awaiting-update': sql`${live} and ${someVisit(sql`a.status <> 'rescheduled' and a.status <> 'cancelled'
    and a.acceptance in ${heldList} and a."end" < now()
    and (a.progress <> 'finished' or exists (
      select from appointments_duties d where d._parent_id = a.id and not d.done))`)}`,
  'not-assigned': sql`${live} and (${someVisit(sql`${active} and a.fieldworker_id is null
    and not exists (select from assignment_offers o where o.appointment_id = a.id and o.state = 'pending')`)}
    or exists (select from booking_lines l where l.booking_id = b.id and not exists (
      select from appointments a where a.line_id = l.id)))`,
  declined: sql`${live} and ${someVisit(sql`${active} and a.acceptance = 'declined'`)}`,
}

export type TabCounts = Record<TabKey, number> & {
  /** Of those in Pending acceptance, how many have an offer that has waited too long. */
  lateAnswers: number
}

const isLate = sql`exists (select from assignment_offers o where o.booking_id = b.id
  and o.state = 'pending' and (o.escalated_at is not null or o.respond_by < now()))`

/** How many bookings each tab has, in one statement. */
export async function countTabs(req: PayloadRequest): Promise<TabCounts> {
  const counts = tabKeys.map(
    (key) => sql`count(*) filter (where ${conditions[key]})::int as ${sql.identifier(key)}`,
  )
  const late = sql`count(*) filter (where ${conditions['pending-acceptance']}
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
    sql`select b.id from bookings b where b.deleted_at is null and ${conditions[key]}
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
      where b.deleted_at is null and ${conditions[key]}
      order by b.starts_at nulls first limit ${limit})`,
  )
  const rows = await query<{ key: TabKey; ids: string[] }>(
    req,
    sql`select key, array_agg(id order by starts_at nulls first, id) as ids
      from (${sql.join(each, sql` union all `)}) as found group by key`,
  )
  return Object.fromEntries(rows.map(({ key, ids }) => [key, ids]))
}
