import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { DayPlan } from '../../domain/scheduling/routes/day-plan.ts'
import type { RouteDay } from '../../domain/scheduling/routes/route-day.ts'
import { query } from '../query.ts'

export type StoredProposal = {
  id: string
  state: 'applied' | 'cancelled' | 'failed' | 'ready' | 'searching'
  progress: number
  by: string
  moveTimes: boolean
  createdAt: string
  day: RouteDay
  plan: DayPlan | null
  /** Where the plan comes from, where that is not the built-in search alone. */
  note: string | null
}

/** A search reports at least this often; one that is silent for longer has died with its process. */
const silentSeconds = 20
const keptHours = 24
const most = 3

/**
 * Opens a proposal and answers its id, or null where enough are being searched for already.
 * Proposals of yesterday go.
 */
export const openProposal = async (
  req: PayloadRequest,
  input: { by: string; moveTimes: boolean; day: RouteDay },
): Promise<string | null> => {
  await query(
    req,
    sql`delete from route_proposals where created_at < now() - ${keptHours} * interval '1 hour'`,
  )
  const [row] = await query<{ id: string }>(
    req,
    sql`insert into route_proposals (by_name, move_confirmed, day)
      select ${input.by}, ${input.moveTimes}, ${JSON.stringify(input.day)}::jsonb
      where (select count(*) from route_proposals where state = 'searching'
        and updated_at > now() - ${silentSeconds} * interval '1 second') < ${most}
      returning id`,
  )
  return row?.id ?? null
}

/** A proposal; one whose process died counts as failed. With `lock`, nobody else applies it. */
export const readProposal = async (
  req: PayloadRequest,
  id: string,
  { lock = false } = {},
): Promise<StoredProposal | null> => {
  const [row] = await query<StoredProposal>(
    req,
    sql`select id, progress, by_name as by, move_confirmed as "moveTimes", day, plan, note,
        created_at as "createdAt",
        case when state = 'searching' and updated_at < now() - ${silentSeconds} * interval '1 second'
          then 'failed' else state end as state
      from route_proposals where id = ${id}::uuid ${lock ? sql`for update` : sql``}`,
  )
  return row ? { ...row, createdAt: new Date(row.createdAt).toISOString() } : null
}

/** Keeps what a running search found; false where it is to stop. */
export const reportProposal = async (
  req: PayloadRequest,
  id: string,
  report: { progress: number; plan: DayPlan; isDone: boolean; note: string | null },
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`update route_proposals set progress = ${report.progress},
        plan = ${JSON.stringify(report.plan)}::jsonb, note = ${report.note},
        state = ${report.isDone ? 'ready' : 'searching'}, updated_at = now()
      where id = ${id}::uuid and state = 'searching' returning id`,
  )
  return rows.length > 0
}

/** An applied proposal that was undone counts as cancelled; false where it was not applied. */
export const undoProposal = async (req: PayloadRequest, id: string): Promise<boolean> => {
  const rows = await query(
    req,
    sql`update route_proposals set state = 'cancelled', updated_at = now()
      where id = ${id}::uuid and state = 'applied' returning id`,
  )
  return rows.length > 0
}

/** Ends a proposal one way or another; false where it had ended before. */
export const endProposal = async (
  req: PayloadRequest,
  id: string,
  state: 'applied' | 'cancelled' | 'failed',
): Promise<boolean> => {
  const rows = await query(
    req,
    sql`update route_proposals set state = ${state}, updated_at = now()
      where id = ${id}::uuid and state in ('searching', 'ready') returning id`,
  )
  return rows.length > 0
}
