import { sql } from 'drizzle-orm'
import { query } from '../database/query.ts'
import type { World } from './world.ts'

/**
 * Writes the collected history at its past instants, one hash chain per booking, with the formula
 * of `writeAudit`. Within a booking every entry is later than the one before.
 */
export const seedHistory = async ({ req, history }: World): Promise<void> => {
  const latest = new Map<string, number>()
  const ordered = history.toSorted((a, b) => a.at - b.at)
  const rows = ordered.map(({ actor, at, ...event }) => {
    const time = Math.max(at, (latest.get(event.booking) ?? 0) + 1)
    latest.set(event.booking, time)
    return {
      at: new Date(time).toISOString(),
      event: {
        subjectType: event.subjectType,
        subjectId: event.subjectId,
        booking: event.booking,
        command: event.command,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        onBehalfOf: event.onBehalfOf ?? null,
        channel: event.channel,
        ip: null,
        changes: event.changes,
        reason: event.reason ?? null,
        version: event.version,
      },
    }
  })
  await query(
    req,
    sql`with recursive input as (
      select row->'event' as event, (row->>'at')::timestamptz as at, row->'event'->>'booking' as stream,
        row_number() over (partition by row->'event'->>'booking' order by row->>'at') as place
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as list(row)
    ), chain as (
      select input.*, null::text as prev_hash,
        audit_hash(null, event, at) as hash
      from input where place = 1
      union all
      select input.*, chain.hash, audit_hash(chain.hash, input.event, input.at)
      from chain join input on input.stream = chain.stream and input.place = chain.place + 1
    )
    insert into audit_events (at, subject_type, subject_id, booking, command, actor_kind, actor_id,
      actor_name, on_behalf_of, channel, ip, changes, reason, version, prev_hash, hash)
    select at, event->>'subjectType', event->>'subjectId', stream, event->>'command',
      event->>'actorKind', event->>'actorId', event->>'actorName', event->>'onBehalfOf',
      event->>'channel', event->>'ip', event->'changes', event->>'reason',
      (event->>'version')::numeric, prev_hash, hash
    from chain order by at`,
  )
}
