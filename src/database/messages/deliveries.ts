import { sql } from 'drizzle-orm'
import type { PayloadRequest } from 'payload'
import type { DeliveryRow, NotificationRow } from '../../domain/messages/events.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/** A row of the ledger that a worker has taken; `attempts` is also the fence of its settlement. */
export type Claimed = {
  id: string
  key: string
  channel: DeliveryRow['channel']
  event: DeliveryRow['event']
  subjectType: DeliveryRow['subjectType']
  subjectId: string
  booking: string | null
  recipientKind: DeliveryRow['recipientKind']
  recipient: string
  /** Visits that it is about, where it is about some of the booking's. */
  visits: string[] | null
  attempts: number
  /** Somebody may have handed it to a provider before, whatever the count of tries says. */
  isRepeat: boolean
}

/** What the queue needs to know of a row. */
export type QueuedDelivery = Pick<
  Claimed,
  'booking' | 'channel' | 'event' | 'id' | 'recipient' | 'recipientKind' | 'subjectId'
>

export type Settlement = {
  state: 'cancelled' | 'dead' | 'failed' | 'sent' | 'unknown'
  to?: string | null
  provider?: string | null
  providerRef?: string | null
  error?: string | null
  /** Seconds until the next try. */
  retryAfterSeconds?: number
}

/**
 * Appends rows, and entries to in-app lists, in one statement; a key that exists is left
 * alone. Returns the rows that are new and to be sent. Held rows may still be taken back before they are due.
 */
export async function insertDeliveries(
  req: PayloadRequest,
  rows: DeliveryRow[],
  {
    notifications = [],
    isHeld = false,
  }: { notifications?: NotificationRow[]; isHeld?: boolean } = {},
): Promise<QueuedDelivery[]> {
  if (rows.length === 0 && notifications.length === 0) return []
  const added = await insert(req, {
    rows: JSON.stringify(rows),
    entries: JSON.stringify(notifications),
    isHeld,
  })
  return added.filter(({ isWithheld }) => !isWithheld)
}

const insert = statement<
  QueuedDelivery & { isWithheld: boolean },
  { rows: string; entries: string; isHeld: boolean }
>(
  'insert_deliveries',
  () => sql`with told as (
      insert into notifications (user_id, customer_id, title, body, href, booking_id, event)
      select (input->>'user')::uuid, (input->>'customer')::uuid, input->>'title', input->>'body',
        input->>'href', (input->>'booking')::uuid, input->>'event'
      from jsonb_array_elements(${sql.placeholder('entries')}::jsonb) as input
    )
    insert into deliveries
      (key, channel, event, subject_type, subject_id, booking_id, recipient_kind, payload, not_before,
        state, error)
    select input->>'key', (input->>'channel')::enum_deliveries_channel, input->>'event',
      input->>'subjectType', input->>'subjectId', (input->>'booking')::uuid,
      input->>'recipientKind', jsonb_build_object('recipient', input->>'recipient')
        || jsonb_strip_nulls(jsonb_build_object('visits', input->'visits'))
        || case when ${sql.placeholder('isHeld')}::boolean then '{"held":true}'::jsonb else '{}'::jsonb end,
      (input->>'notBefore')::timestamptz,
      (case when input ? 'withheld' then 'cancelled' else 'pending' end)::enum_deliveries_state,
      input->>'withheld'
    from jsonb_array_elements(${sql.placeholder('rows')}::jsonb) with ordinality as list(input, place)
    order by place
    on conflict (key) do nothing
    returning id, booking_id as booking, channel, event, subject_id as "subjectId",
      recipient_kind as "recipientKind", payload->>'recipient' as recipient,
      state = 'cancelled' as "isWithheld"`,
)

/**
 * Takes a due row for sending: one that waits, or one whose worker has not been heard of for
 * `leaseSeconds`. Null when somebody else has it or nothing is left to do.
 */
export async function claimDelivery(
  req: PayloadRequest,
  { id, leaseSeconds }: { id: string; leaseSeconds: number },
): Promise<Claimed | null> {
  const [row] = await query<Claimed>(
    req,
    sql`update deliveries set state = 'sending', attempts = coalesce(attempts, 0) + 1,
        updated_at = now()
      where id = ${id} and (not_before is null or not_before <= now())
        and (state in ('pending', 'failed')
          or (state = 'sending' and updated_at < now() - ${leaseSeconds} * interval '1 second'))
      returning id, key, channel, event, subject_type as "subjectType", subject_id as "subjectId",
        booking_id as booking, recipient_kind as "recipientKind",
        payload->>'recipient' as recipient, payload->'visits' as visits,
        attempts::int as attempts,
        (attempts > 1 or provider is not null) as "isRepeat"`,
  )
  return row ?? null
}

/** Writes what became of a try, unless another worker has taken the row since. */
export async function settleDelivery(
  req: PayloadRequest,
  { id, attempts }: { id: string; attempts: number },
  settlement: Settlement,
): Promise<boolean> {
  const { state, to = null, provider = null, providerRef = null, error = null } = settlement
  const wait = settlement.retryAfterSeconds ?? null
  const rows = await query(
    req,
    sql`update deliveries set state = ${state}, "to" = coalesce(${to}, "to"),
        provider = coalesce(${provider}, provider),
        provider_ref = coalesce(${providerRef}, provider_ref), error = ${error},
        sent_at = case when ${state} = 'sent' then now() else sent_at end,
        not_before = coalesce(now() + ${wait}::float8 * interval '1 second', not_before),
        updated_at = now()
      where id = ${id} and state = 'sending' and attempts = ${attempts}
      returning id`,
  )
  return rows.length > 0
}

/** Puts a row that ended back in the queue; null when it is under way, sent or unknown. */
export async function reviveDelivery(
  req: PayloadRequest,
  id: string,
): Promise<QueuedDelivery | null> {
  const [row] = await query<QueuedDelivery>(
    req,
    sql`update deliveries set state = 'pending', attempts = 0, not_before = null, error = null,
        updated_at = now()
      where id = ${id} and state in ('dead', 'failed', 'cancelled', 'unknown')
      returning id, booking_id as booking, channel, event, subject_id as "subjectId",
        recipient_kind as "recipientKind", payload->>'recipient' as recipient`,
  )
  return row ?? null
}
