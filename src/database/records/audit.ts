import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import { lockStream } from '../locks.ts'
import { statement } from '../statement.ts'

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

type Collected = { events: AuditEvent[]; isLocked: boolean }[]

const collecting = new WeakMap<PayloadRequest, Collected>()

/** Runs a command whose history is written at its end, in one statement for all of its records. */
export const collectAudit = async <Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (collecting.has(req)) return work()
  const collected: Collected = []
  collecting.set(req, collected)
  try {
    const result = await work()
    collecting.delete(req)
    await lockStreams(
      req,
      collected.flatMap(({ events, isLocked }) => (isLocked ? [] : events)),
    )
    await appendAudit(
      req,
      collected.flatMap(({ events }) => events),
    )
    return result
  } finally {
    collecting.delete(req)
  }
}

/**
 * Appends events to the history, each chained by SHA-256 to the one before in its stream (a
 * booking, else a record), in one statement (AU-01, AU-03). Within a stream `at` strictly
 * increases. Callers whom nobody can
 * precede, by a row lock or because the record is new, pass `isLocked`.
 */
export async function writeAudit(
  req: PayloadRequest,
  events: AuditEvent[],
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<void> {
  const collected = collecting.get(req)
  if (collected) {
    collected.push({ events, isLocked })
    return
  }
  if (!isLocked) await lockStreams(req, events)
  await appendAudit(req, events)
}

const lockStreams = async (req: PayloadRequest, events: AuditEvent[]): Promise<void> => {
  for (const stream of [...new Set(events.map(streamOf))].sort()) await lockStream(req, stream)
}

const appendAudit = async (req: PayloadRequest, events: AuditEvent[]): Promise<void> => {
  if (events.length === 0) return
  const input = events.map((event) => ({ stream: streamOf(event), event }))
  await append(req, { events: JSON.stringify(input) })
}

const append = statement<unknown, { events: string }>(
  'append_audit',
  () => sql`with recursive input as (
      select list.entry->>'stream' as stream, list.entry->'event' as event,
        row_number() over (partition by list.entry->>'stream' order by list.place) as place
      from jsonb_array_elements(${sql.placeholder('events')}::jsonb)
        with ordinality as list(entry, place)
    ), clock as (
      select first.stream, head.hash, greatest(date_trunc('milliseconds', clock_timestamp()),
        head.at + interval '1 millisecond') as at
      from input first left join lateral (
        select newest.at, newest.hash from (
          (select at, hash from audit_events where booking = first.event->>'booking'
            order by at desc limit 1)
          union all
          (select at, hash from audit_events where first.event->>'booking' is null
            and subject_type = first.event->>'subjectType'
            and subject_id = first.event->>'subjectId' and booking is null
            order by at desc limit 1)) newest limit 1) head on true
      where first.place = 1
    ), chain as (
      select stream, 0::bigint as place, null::jsonb as event, at, null::text as prev_hash,
        hash::text as hash from clock
      union all
      select chain.stream, input.place, input.event, clock.at + input.place * interval '1 millisecond',
        chain.hash, encode(sha256(convert_to(
          coalesce(chain.hash, '') || input.event::text
          || extract(epoch from clock.at + input.place * interval '1 millisecond'),
          'UTF8')), 'hex')
      from chain join input on input.stream = chain.stream and input.place = chain.place + 1
        join clock on clock.stream = chain.stream
    )
    insert into audit_events (at, subject_type, subject_id, booking, command, actor_kind, actor_id,
      actor_name, on_behalf_of, channel, ip, changes, reason, version, prev_hash, hash)
    select at, event->>'subjectType', event->>'subjectId', event->>'booking', event->>'command',
      event->>'actorKind', event->>'actorId', event->>'actorName', event->>'onBehalfOf',
      event->>'channel', event->>'ip', coalesce(event->'changes', '{}'::jsonb), event->>'reason',
      (event->>'version')::numeric, prev_hash, hash
    from chain where place > 0`,
)
