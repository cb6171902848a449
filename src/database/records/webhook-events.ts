import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { WebhookEvent } from '../../ports/webhook.ts'
import { query } from '../query.ts'

/** An event that a worker has taken; `attempts` is also the fence of its settlement. */
export type ClaimedEvent = {
  id: string
  provider: string
  eventId: string
  type: string
  body: string
  attempts: number
}

export type EventSettlement = {
  state: 'dead' | 'done' | 'failed' | 'ignored'
  error?: string | null
  /** Seconds until the next try. */
  retryAfterSeconds?: number
}

/** Stores events, each once for its provider and id. Returns the ids of the rows that are new. */
export async function insertWebhookEvents(
  req: PayloadRequest,
  { provider, events }: { provider: string; events: readonly WebhookEvent[] },
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    req,
    sql`insert into webhook_events (provider, event_id, type, body)
      select ${provider}, event->>'id', event->>'type', event->>'body'
      from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as list(event, place)
      order by place
      on conflict (provider, event_id) do nothing
      returning id`,
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes an event that is due, or whose worker has not been heard of for `leaseSeconds`. Null when
 * another worker has it or nothing is left to do.
 */
export async function claimWebhookEvent(
  req: PayloadRequest,
  { id, leaseSeconds }: { id: string; leaseSeconds: number },
): Promise<ClaimedEvent | null> {
  const [row] = await query<ClaimedEvent>(
    req,
    sql`update webhook_events set state = 'processing', attempts = attempts + 1, updated_at = now()
      where id = ${id} and (not_before is null or not_before <= now())
        and (state in ('pending', 'failed')
          or (state = 'processing' and updated_at < now() - ${leaseSeconds} * interval '1 second'))
      returning id, provider, event_id as "eventId", type, coalesce(body, '') as body,
        attempts::int as attempts`,
  )
  return row ?? null
}

/** Writes the result of one try, unless another worker has taken the event since. */
export async function settleWebhookEvent(
  req: PayloadRequest,
  { id, attempts }: Pick<ClaimedEvent, 'attempts' | 'id'>,
  { state, error = null, retryAfterSeconds = 0 }: EventSettlement,
): Promise<void> {
  await query(
    req,
    sql`update webhook_events set state = ${state}, error = ${error},
        handled_at = case when ${state} in ('done', 'ignored') then now() end,
        not_before = case when ${state} = 'failed'
          then now() + ${retryAfterSeconds}::float8 * interval '1 second' end,
        updated_at = now()
      where id = ${id} and state = 'processing' and attempts = ${attempts}`,
  )
}

/** Makes an event due that has failed; false for one that waits, is under way or was handled. */
export async function reviveWebhookEvent(req: PayloadRequest, id: string): Promise<boolean> {
  const rows = await query(
    req,
    sql`update webhook_events set state = 'pending', attempts = 0, not_before = null, error = null,
        updated_at = now()
      where id = ${id} and state in ('dead', 'failed') returning id`,
  )
  return rows.length > 0
}

/** Events that are due and have no job in the queue: the oldest `limit` of them. */
export async function strandedWebhookEvents(
  req: PayloadRequest,
  given: { queue: string; leaseSeconds: number; graceSeconds: number; limit: number },
): Promise<string[]> {
  const { queue, leaseSeconds, graceSeconds, limit } = given
  const rows = await query<{ id: string }>(
    req,
    sql`select event.id from webhook_events event
      where ((event.state in ('pending', 'failed')
            and coalesce(event.not_before, event.created_at)
              < now() - ${graceSeconds} * interval '1 second')
          or (event.state = 'processing'
            and event.updated_at < now() - ${leaseSeconds} * interval '1 second'))
        and not exists (select 1 from pgboss.job job where job.name = ${queue}
          and job.state in ('created', 'retry', 'active') and job.data->>'id' = event.id::text)
      order by event.created_at, event.id limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** Deletes events that were handled more than `days` ago. */
export async function deleteOldWebhookEvents(req: PayloadRequest, days: number): Promise<void> {
  await query(
    req,
    sql`delete from webhook_events
      where state in ('done', 'ignored') and handled_at < now() - ${days} * interval '1 day'`,
  )
}
