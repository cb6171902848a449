import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { query } from './query.ts'
import { statement } from './statement.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The table of a collection. */
export const tableOf = (slug: string) => slug.replaceAll('-', '_')

/**
 * Locks one row of a collection until the transaction ends, so that the document read after it is
 * the newest. `no key` lets other transactions go on referring to the row.
 */
export async function lockRow(req: PayloadRequest, slug: string, id: unknown): Promise<void> {
  if (typeof id !== 'string' || !uuid.test(id)) return
  const table = sql.identifier(tableOf(slug))
  await query(req, sql`select 1 from ${table} where id = ${id} for no key update`)
}

/** Locks several rows of a collection in one order, like `lockRow`. */
export async function lockRows(req: PayloadRequest, slug: string, ids: string[]): Promise<void> {
  const known = ids.filter((id) => uuid.test(id))
  if (known.length === 0) return
  const table = sql.identifier(tableOf(slug))
  await query(
    req,
    sql`select 1 from ${table} where id = any(${`{${known.join(',')}}`}::uuid[])
        order by id for no key update`,
  )
}

/** Locks the booking that a line or a visit belongs to; the booking row is always the first lock. */
export async function lockBookingOf(req: PayloadRequest, slug: string, id: unknown): Promise<void> {
  if (typeof id !== 'string' || !uuid.test(id)) return
  const table = sql.identifier(tableOf(slug))
  await query(
    req,
    sql`select 1 from bookings
        where id = (select booking_id from ${table} where id = ${id}) for no key update`,
  )
}

/**
 * Takes the advisory lock of each fieldworker in id order, after the booking row and
 * before any occupancy. Held until the transaction ends.
 */
export async function lockFieldworkers(req: PayloadRequest, ids: string[]): Promise<void> {
  const sorted = [...new Set(ids)].sort()
  if (sorted.length === 0) return
  await lockPeople(req, { ids: JSON.stringify(sorted) })
}

const lockPeople = statement<unknown, { ids: string }>(
  'lock_fieldworkers',
  () => sql`select pg_advisory_xact_lock(hashtextextended('fieldworker:' || id, 0))
        from (select id from jsonb_array_elements_text(${sql.placeholder('ids')}::jsonb)
              with ordinality as people(id, place) order by place offset 0) ordered`,
)

/** Serialises writers of one named stream, such as the history of a record without a booking. */
export async function lockStream(req: PayloadRequest, name: string): Promise<void> {
  await query(req, sql`select pg_advisory_xact_lock(hashtextextended(${`stream:${name}`}, 0))`)
}
