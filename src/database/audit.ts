import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { lockStream } from './locks.ts'
import { query } from './query.ts'

export type FieldChanges = Record<string, [before: unknown, after: unknown]>

export type AuditEvent = {
  subjectType: string
  subjectId: string
  /** The booking whose history shows the event; it also names the hash chain. */
  booking?: string | null
  command: string
  actorKind: string
  actorId?: string | null
  actorName?: string | null
  onBehalfOf?: string | null
  channel: string
  ip?: string | null
  changes: FieldChanges
  reason?: string | null
  /** The subject's version after the change. */
  version?: number | null
}

const streamOf = (event: AuditEvent) =>
  event.booking ? `booking:${event.booking}` : `${event.subjectType}:${event.subjectId}`

/**
 * Appends events of one stream (a booking, else a record) to the history, each chained to the one
 * before by SHA-256, in one statement (AU-01, AU-03). Within a stream `at` strictly increases.
 * Callers that hold the stream's row lock pass `isLocked`.
 */
export async function writeAudit(
  req: PayloadRequest,
  events: AuditEvent[],
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<void> {
  const [first] = events
  if (!first) return
  if (!isLocked) await lockStream(req, streamOf(first))
  const stream = first.booking
    ? sql`booking = ${first.booking}`
    : sql`subject_type = ${first.subjectType} and subject_id = ${first.subjectId} and booking is null`
  await query(
    req,
    sql`with recursive head as (
      select at, hash from audit_events where ${stream} order by at desc limit 1
    ), input as (
      select place, event from jsonb_array_elements(${JSON.stringify(events)}::jsonb)
        with ordinality as list(event, place)
    ), clock as (
      select greatest(date_trunc('milliseconds', clock_timestamp()),
        (select at from head) + interval '1 millisecond') as at
    ), chain as (
      select 0::bigint as place, null::jsonb as event, (select at from clock) as at,
        null::text as prev_hash, (select hash from head)::text as hash
      union all
      select input.place, input.event, (select at from clock) + input.place * interval '1 millisecond',
        chain.hash, encode(sha256(convert_to(
          coalesce(chain.hash, '') || input.event::text
          || extract(epoch from (select at from clock) + input.place * interval '1 millisecond'),
          'UTF8')), 'hex')
      from chain join input on input.place = chain.place + 1
    )
    insert into audit_events (at, subject_type, subject_id, booking, command, actor_kind, actor_id,
      actor_name, on_behalf_of, channel, ip, changes, reason, version, prev_hash, hash)
    select at, event->>'subjectType', event->>'subjectId', event->>'booking', event->>'command',
      event->>'actorKind', event->>'actorId', event->>'actorName', event->>'onBehalfOf',
      event->>'channel', event->>'ip', coalesce(event->'changes', '{}'::jsonb), event->>'reason',
      (event->>'version')::numeric, prev_hash, hash
    from chain where place > 0`,
  )
}
