import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { inTransaction } from '../in-transaction.ts'
import { lockFieldworkers } from '../locks.ts'
import { query } from '../query.ts'
import { holdMinutes, longestHoldMinutes } from '../../domain/scheduling/hold-length.ts'
import { refOfHold } from './ref-of-hold.ts'

/**
 * A kept start: rows of `occupancies` that expire, one per person, `hold:<id>:<owner>`. When it ends
 * is for the database's clock alone to say, which is the same for every process.
 */
export type Hold = {
  id: string
  fieldworkers: string[]
  /** Taken time, buffers in (epoch ms). */
  startsAt: number
  endsAt: number
}

const lasts = sql`make_interval(mins => ${holdMinutes})`
const longest = sql`make_interval(mins => ${longestHoldMinutes})`

const instant = (milliseconds: number) => sql`${new Date(milliseconds).toISOString()}::timestamptz`
const refOf = (id: string) => sql`expires_at is not null and source_ref like ${refOfHold(id)}`

/** The hold, unless it has expired. */
export async function readHold(req: PayloadRequest, id: string): Promise<Hold | null> {
  const [row] = await query<{ hold: Omit<Hold, 'id'> | null }>(
    req,
    sql`select case when count(*) > 0 then json_build_object(
        'fieldworkers', json_agg(fieldworker_id),
        'startsAt', extract(epoch from min(starts_at)) * 1000,
        'endsAt', extract(epoch from max(ends_at)) * 1000) end as hold
      from occupancies where ${refOf(id)} and expires_at > now()`,
  )
  return row?.hold ? { id, ...row.hold } : null
}

/** How many starts somebody keeps at the moment. */
export async function countHolds(req: PayloadRequest, owner: string): Promise<number> {
  const [row] = await query<{ holds: number }>(
    req,
    sql`select count(distinct source_ref)::integer as holds from occupancies
      where expires_at > now() and source_ref like ${`hold:%:${owner}`}`,
  )
  return row?.holds ?? 0
}

/**
 * Writes a hold of people whose advisory locks the caller has. Returns when it ends (epoch ms).
 * @throws SQLSTATE 23P01
 */
export async function writeHold(
  req: PayloadRequest,
  hold: Hold & { owner: string },
): Promise<number> {
  const people = `{${hold.fieldworkers.join(',')}}`
  const rows = await query<Ends>(
    req,
    sql`insert into occupancies (fieldworker_id, starts_at, ends_at, kind, exclusive, expires_at,
      source_ref, created_at)
    select person, ${instant(hold.startsAt)}, ${instant(hold.endsAt)}, 'hold', true,
      now() + ${lasts}, ${`hold:${hold.id}:${hold.owner}`}, now()
    from unnest(${people}::uuid[]) as person returning ${endsAt}`,
  )
  return endOf(rows)
}

/**
 * Keeps a hold longer, whose people's locks the caller has. Returns when it ends (epoch ms); null
 * where it has been booked or given back meanwhile.
 */
export async function extendHold(req: PayloadRequest, id: string): Promise<number | null> {
  const rows = await query<Ends>(
    req,
    sql`update occupancies set expires_at = least(now() + ${lasts}, created_at + ${longest}),
        updated_at = now()
      where ${refOf(id)} returning ${endsAt}`,
  )
  return rows.length > 0 ? endOf(rows) : null
}

type Ends = { endsAt: number }
const endsAt = sql`(extract(epoch from expires_at) * 1000)::float8 as "endsAt"`
const endOf = (rows: Ends[]) => Math.round(Math.min(...rows.map((row) => row.endsAt)))

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

/**
 * Deletes what expired of twenty people, under their locks; returns how many rows. None lives for
 * hours: such a hold was written before the database's clock was set back, and would take time for
 * that long.
 */
export async function sweepExpiredHolds(req: PayloadRequest): Promise<number> {
  const expired = sql`expires_at is not null
    and (expires_at <= now() or expires_at > now() + interval '2 hours')`
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
