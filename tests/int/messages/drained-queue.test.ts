import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startSender } from '../../../src/jobs/queue.ts'
import { sweepDeliveries } from '../../../src/jobs/messages/sweep-deliveries.ts'
import { startWorker } from '../../../src/server/worker.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'

/** No poll comes to help within a test, and no notification: all was queued before the start. */
const neverPolls = { pollSeconds: 3600 }

let harness: MessageHarness
let worker: { stop: () => Promise<void> } | undefined

beforeAll(async () => {
  harness = await openMessageHarness()
  // Makes the queue, so that a backlog can stand in it before a worker comes.
  await (await start()).stop()
}, 120_000)
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  harness.restorePorts()
})
afterAll(() => harness.stop())

const start = (options: { concurrency?: number } = {}) =>
  startWorker({
    payload: harness.app.payload,
    databaseUrl: harness.app.url,
    ...neverPolls,
    ...options,
  })

/** Rows of the ledger as a command would have left them, long enough ago for the sweep. */
const leave = async (count: number, event: string, recipientKind: string) => {
  const [customer] = await harness.sql<{ id: string }>('select id from customers limit 1')
  await harness.sql(
    `insert into deliveries
       (key, channel, event, subject_type, subject_id, recipient_kind, payload, created_at)
     select $1::text || gen_random_uuid(), 'email', $1::text, 'customers', $2::text, $3, jsonb_build_object('recipient', $2::text),
       now() - interval '1 minute'
     from generate_series(1, $4::int) n`,
    [event, customer?.id, recipientKind, count],
  )
}

/** Queues what is due without a worker that would send it. */
const sweep = async () => {
  const sender = await startSender({ payload: harness.app.payload, databaseUrl: harness.app.url })
  const queued = await sweepDeliveries(harness.app.payload)
  await sender.stop()
  return queued
}

const waiting = async () => {
  const [row] = await harness.sql<{ count: number }>(
    `select count(*)::int as count from deliveries where state in ('pending', 'sending', 'failed')`,
  )
  return row?.count
}

const untilNothingWaits = () =>
  vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 50_000, interval: 100 })

test('a backlog leaves without a notification and without a poll', async () => {
  await leave(200, 'sign-in-link', 'account')

  worker = await start()
  await untilNothingWaits()

  expect(await harness.sql('select id from outbox_messages')).toHaveLength(200)
})

test('more rows than one sweep takes are all queued by one', async () => {
  await leave(1100, 'booking-overdue', 'staff')

  expect(await sweep()).toBe(1100)

  await harness.sql('delete from deliveries')
  await harness.sql('delete from pgboss.job')
})

test('urgent mail leaves before a backlog that came first', async () => {
  const events: string[] = []
  const { email } = harness.local
  if (!email) throw new Error('There is no e-mail port.')
  harness.ports.email = {
    ...email,
    send: (message, context) => {
      events.push(context.key.slice(0, -36))
      return email.send(message, context)
    },
  }
  await leave(40, 'sign-in-link', 'account')
  await sweep()
  await harness.sql(`update pgboss.job set priority = 0 where data->>'id' in
    (select id::text from deliveries where event = 'sign-in-link')`)
  await leave(1, 'password-reset', 'account')
  await sweep()

  worker = await start({ concurrency: 1 })
  await untilNothingWaits()

  expect(events).toHaveLength(41)
  expect(events.indexOf('password-reset')).toBeLessThan(8)
})
