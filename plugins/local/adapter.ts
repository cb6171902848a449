import { type SQL, sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import type { CalendarPort } from '../../src/ports/calendar.ts'
import type { EmailPort } from '../../src/ports/email.ts'
import { inTime } from '../../src/ports/in-time.ts'
import type { Outcome } from '../../src/ports/outcome.ts'
import type { SmsPort } from '../../src/ports/sms.ts'
import { type OutboxRow, outcomeOfError, provider, rowOfEmail, rowOfSms } from './mapping.ts'

type Row = { id: string; replayed?: boolean }
type Database = { execute: (statement: SQL) => Promise<{ rows: Row[] }> }

const base = {
  provider,
  mode: 'local',
  health: async () => ({
    status: 'ok' as const,
    detail: 'Stored in this database; nothing is sent.',
  }),
} as const

export const databaseOf = (payload: Payload) =>
  (payload.db as unknown as { drizzle: Database }).drizzle

/** The outcome of one statement; an aborted call is provably not done, because it never started. */
const settle = async <Value>(
  signal: AbortSignal | undefined,
  run: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> => {
  const detail = { provider, message: 'The time for this try was over.' }
  if (signal?.aborted) return { kind: 'retry', reason: 'unavailable', detail }
  try {
    return await (signal ? inTime({ provider, signal }, run()) : run())
  } catch (error) {
    return outcomeOfError(error)
  }
}

/** One statement under the unique delivery key: the second writer gets the first one's row. */
const keep = async (payload: Payload, key: string, row: OutboxRow) => {
  const { rows } = await databaseOf(payload).execute(sql`
    with added as (
      insert into outbox_messages
        (channel, "to", "from", subject, text, html, attachments, delivery_key)
      values (${row.channel}, ${row.to}, ${row.from}, ${row.subject}, ${row.text}, ${row.html},
        ${JSON.stringify(row.attachments)}::jsonb, ${key})
      on conflict (delivery_key) do nothing
      returning id
    )
    select id, false as replayed from added
    union all
    select id, true from outbox_messages where delivery_key = ${key}
    limit 1`)
  const [kept] = rows
  if (!kept) {
    const detail = { provider, message: 'Another writer has this key and has not finished.' }
    return { kind: 'retry', reason: 'in-flight', detail } as const
  }
  const messageId = String(kept.id)
  return {
    kind: 'ok',
    value: { messageId },
    providerRef: messageId,
    replayed: kept.replayed === true,
  } as const
}

export const localEmail = (payload: Payload): EmailPort => ({
  ...base,
  send: (message, { key, signal }) => settle(signal, () => keep(payload, key, rowOfEmail(message))),
})

export const localSms = (payload: Payload): SmsPort => ({
  ...base,
  send: (message, { key, signal }) => settle(signal, () => keep(payload, key, rowOfSms(message))),
  find: (key) =>
    settle(undefined, async () => {
      const { rows } = await databaseOf(payload).execute(
        sql`select id from outbox_messages where delivery_key = ${key}`,
      )
      return { kind: 'ok', value: rows[0] ? { messageId: String(rows[0].id) } : null }
    }),
})

export const localCalendar = (payload: Payload): CalendarPort => ({
  ...base,
  upsert: (fieldworker, event, { signal }) =>
    settle(signal, async () => {
      const { rows } = await databaseOf(payload).execute(sql`
        insert into calendar_events
          (key, fieldworker_id, title, start, "end", timezone, location, description, state)
        values (${event.key}, ${fieldworker}, ${event.title}, ${event.start}, ${event.end},
          ${event.timezone}, ${event.location}, ${event.description}, 'confirmed')
        on conflict (key) do update set fieldworker_id = excluded.fieldworker_id,
          title = excluded.title, start = excluded.start, "end" = excluded."end",
          timezone = excluded.timezone, location = excluded.location,
          description = excluded.description, state = excluded.state, updated_at = now()
        returning id`)
      const externalId = String(rows[0]?.id)
      return { kind: 'ok', value: { externalId }, providerRef: externalId }
    }),
  remove: (_fieldworker, key, { signal }) =>
    settle(signal, async () => {
      await databaseOf(payload).execute(sql`
        update calendar_events set state = 'removed', updated_at = now()
        where key = ${key} and state <> 'removed'`)
      return { kind: 'ok', value: null }
    }),
})
