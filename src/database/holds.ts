import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { inTransaction } from './in-transaction.ts'
import { lockFieldworkers } from './locks.ts'
import { query } from './query.ts'
import { refOfHold } from './ref-of-hold.ts'

/** A kept start: rows of `occupancies` that expire, one per person, `hold:<id>:<owner>`. */
export type Hold = {
  id: string
  fieldworkers: string[]
  /** Taken time, buffers in, and when it was first kept (epoch ms). */
  startsAt: number
  endsAt: number
  createdAt: number
}

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
const refOf = (id: string) => sql`expires_at is not null and source_ref like ${refOfHold(id)}`

/** The hold, unless it has expired. */
export async function readHold(
  req: PayloadRequest,
  { id, now }: { id: string; now: number },
): Promise<Hold | null> {
  const [row] = await query<{ hold: Omit<Hold, 'id'> | null }>(
    req,
    sql`select case when count(*) > 0 then json_build_object(
        'fieldworkers', json_agg(fieldworker_id),
        'startsAt', extract(epoch from min(starts_at)) * 1000,
        'endsAt', extract(epoch from max(ends_at)) * 1000,
        'createdAt', extract(epoch from min(created_at)) * 1000) end as hold
      from occupancies where ${refOf(id)} and expires_at > ${instant(now)}`,
  )
  return row?.hold ? { id, ...row.hold } : null
}

/** How many starts somebody keeps at the moment. */
export async function countHolds(
  req: PayloadRequest,
  { owner, now }: { owner: string; now: number },
): Promise<number> {
  const [row] = await query<{ holds: number }>(
    req,
    sql`select count(distinct source_ref)::integer as holds from occupancies
      where expires_at > ${instant(now)} and source_ref like ${`hold:%:${owner}`}`,
  )
  return row?.holds ?? 0
}

/** Writes a hold of people whose advisory locks the caller has. @throws SQLSTATE 23P01 */
export async function writeHold(
  req: PayloadRequest,
  hold: Hold & { owner: string; expiresAt: number },
): Promise<void> {
  const people = `{${hold.fieldworkers.join(',')}}`
  await query(
    req,
    sql`insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, expires_at,
      source_ref, created_at)
    select person, ${instant(hold.startsAt)}, ${instant(hold.endsAt)}, 'hold', true,
      ${instant(hold.expiresAt)}, ${`hold:${hold.id}:${hold.owner}`}, ${instant(hold.createdAt)}
    from unnest(${people}::uuid[]) as person`,
  )
}

/** Keeps a hold until another instant. */
export async function extendHold(
  req: PayloadRequest,
  { id, expiresAt }: { id: string; expiresAt: number },
): Promise<void> {
  await query(
    req,
    sql`update occupancies set expires_at = ${instant(expiresAt)}, updated_at = now()
      where ${refOf(id)}`,
  )
}

/** Gives a hold's time back; holds the locks of its people until the transaction ends. */
export async function dropHold(req: PayloadRequest, id: string): Promise<void> {
  const rows = await query<{ who: string }>(
    req,
    sql`select fieldworker_id as who from occupancies where ${refOf(id)}`,
  )
  if (rows.length === 0) return
  await lockFieldworkers(
    req,
    rows.map(({ who }) => who),
  )
  await query(req, sql`delete from occupancies where ${refOf(id)}`)
}

/** Deletes what expired of twenty people, under their locks; returns how many rows. */
export async function sweepExpiredHolds(req: PayloadRequest, now: number): Promise<number> {
  const expired = sql`expires_at is not null and expires_at <= ${instant(now)}`
  const people = await query<{ id: string }>(
    req,
    sql`select distinct fieldworker_id as id from occupancies where ${expired} order by 1 limit 20`,
  )
  if (people.length === 0) return 0
  const ids = people.map(({ id }) => id)
  return inTransaction(req, async () => {
    await lockFieldworkers(req, ids)
    const rows = await query(
      req,
      sql`delete from occupancies where fieldworker_id = any(${`{${ids.join(',')}}`}::uuid[])
        and ${expired} returning id`,
    )
    return rows.length
  })
}
