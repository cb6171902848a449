import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  deleteHandledWebhookEvents,
  sweepWebhookEvents,
} from '../../../src/jobs/records/sweep-webhook-events.ts'
import { startSender } from '../../../src/jobs/queue.ts'
import { startWorker } from '../../../src/server/worker.ts'
import {
  done,
  failed,
  openWebhookHarness,
  type StoredEvent,
  type WebhookHarness,
} from '../../support/webhook-harness.ts'

let harness: WebhookHarness
let worker: { stop: () => Promise<void> } | undefined

beforeAll(async () => {
  harness = await openWebhookHarness()
}, 120_000)
beforeEach(() => {
  harness.handled.length = 0
  harness.handlerSays(async () => done)
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})
afterAll(() => harness.stop())

const body = JSON.stringify({ type: 'invoice.paid', data: { invoice: 'I-1' } })

const only = (rows: StoredEvent[]): StoredEvent => {
  const [row] = rows
  if (!row) throw new Error('The event is not stored.')
  return row
}

/** An event that has just been accepted. */
const arrived = async (id = randomUUID()) => {
  expect((await harness.call({ id, body })).status).toBe(202)
  return {
    id,
    row: async () => only(await harness.stored(id)),
    key: only(await harness.stored(id)).id,
  }
}

const start = async () => {
  worker = await startWorker({ payload: harness.payload, databaseUrl: harness.app.url })
}

describe('a stored event', () => {
  test('goes to its handler once, as it came', async () => {
    const event = await arrived()

    expect(await harness.handle(event.key)).toBeNull()
    expect(await harness.handle(event.key)).toBeNull()

    expect(harness.handled).toEqual([{ id: event.id, type: 'invoice.paid', body }])
    expect(await event.row()).toMatchObject({ state: 'done', attempts: 1, error: null })
  })

  test('goes to one of ten workers', async () => {
    const event = await arrived()

    await Promise.all(Array.from({ length: 10 }, () => harness.handle(event.key)))

    expect(harness.handled).toHaveLength(1)
  })

  test('of an unused type is stored as ignored', async () => {
    harness.handlerSays(async () => ({ kind: 'ok', value: 'ignored' }))
    const event = await arrived()
    await harness.handle(event.key)

    expect(await event.row()).toMatchObject({ state: 'ignored' })
  })

  test('is retried after its handler fails', async () => {
    harness.handlerSays(async () => failed)
    const event = await arrived()

    const wait = await harness.handle(event.key)
    const waiting = await event.row()
    await harness.handle(event.key)
    harness.handlerSays(async () => done)
    await harness.due(event.key)
    await harness.handle(event.key)

    expect(wait).toBeGreaterThan(3)
    expect(waiting).toMatchObject({ state: 'failed', attempts: 1, error: 'The shop is closed.' })
    expect(waiting.wait).toBeGreaterThan(2)
    expect(harness.handled).toHaveLength(2)
    expect(await event.row()).toMatchObject({ state: 'done', attempts: 2, error: null })
  })

  test('is retried after its handler throws, and stores no detail of the error', async () => {
    harness.handlerSays(() => Promise.reject(new Error('password=hunter2')))
    const event = await arrived()
    await harness.handle(event.key)

    const row = await event.row()
    expect(row.state).toBe('failed')
    expect(row.error).not.toContain('hunter2')
  })

  test('is given up after twelve tries, or at once where trying is useless', async () => {
    harness.handlerSays(async () => failed)
    const [often, useless] = [await arrived(), await arrived()]
    await harness.sql('update webhook_events set attempts = 11 where id = $1', [often.key])
    expect(await harness.handle(often.key)).toBeNull()
    harness.handlerSays(async () => ({
      kind: 'permanent',
      code: 'invalid',
      detail: { provider: 'shop', message: 'No such invoice.' },
    }))
    expect(await harness.handle(useless.key)).toBeNull()

    expect(await often.row()).toMatchObject({ state: 'dead', attempts: 12 })
    expect(await useless.row()).toMatchObject({ state: 'dead', error: 'No such invoice.' })
  })

  test('of a provider that is no longer there is given up with the reason', async () => {
    const [row] = await harness.sql<{ id: string }>(
      `insert into webhook_events (provider, event_id, type) values ('gone', 'e', 'x') returning id`,
    )
    await harness.handle(row?.id ?? '')

    expect(only(await harness.stored('e', 'gone'))).toMatchObject({
      state: 'dead',
      error: 'No webhook named gone is configured.',
    })
  })

  test('whose worker died is handled by another one', async () => {
    const event = await arrived()
    await harness.sql(
      `update webhook_events set state = 'processing', attempts = 1, updated_at = now()
       where id = $1`,
      [event.key],
    )
    await harness.handle(event.key)
    expect(harness.handled).toHaveLength(0)
    await harness.sql(
      `update webhook_events set updated_at = now() - interval '1 minute' where id = $1`,
      [event.key],
    )
    await harness.handle(event.key)

    expect(await event.row()).toMatchObject({ state: 'done', attempts: 2 })
  })
})

describe('the worker', () => {
  test('handles what a process without a queue stored before it came', async () => {
    const event = await arrived()
    await harness.sql(`update webhook_events set created_at = now() - interval '1 minute'`)

    await start()

    await vi.waitFor(async () => expect((await event.row()).state).toBe('done'), 10_000)
  })

  test('handles what a process with a queue stores, and what failed once, by itself', async () => {
    await start()
    harness.handlerSays(async () => {
      harness.handlerSays(async () => done)
      return failed
    })
    const sender = await startSender({ payload: harness.payload, databaseUrl: harness.app.url })

    const event = await arrived()

    await vi.waitFor(async () => expect((await event.row()).state).toBe('done'), 20_000)
    expect(await event.row()).toMatchObject({ attempts: 2 })
    await sender.stop()
  })

  test('queues an event once, however often it sweeps', async () => {
    const sender = await startSender({ payload: harness.payload, databaseUrl: harness.app.url })
    await harness.sql(
      `insert into webhook_events (provider, event_id, type, created_at)
       values ('shop', 'swept', 'x', now() - interval '1 minute')`,
    )

    const queued = await sweepWebhookEvents(harness.payload)

    expect(queued).toBeGreaterThan(0)
    expect(await sweepWebhookEvents(harness.payload)).toBe(0)
    await sender.stop()
  })
})

describe('the office', () => {
  const dead = async () => {
    const event = await arrived()
    await harness.sql(`update webhook_events set state = 'dead', attempts = 12 where id = $1`, [
      event.key,
    ])
    return event
  }
  const retry = (key: string, as: Parameters<WebhookHarness['send']>[2]) =>
    harness.send('POST', `/webhook-events/${key}/retry`, as)

  test('sees events without their bodies', async () => {
    const { key } = await arrived()

    const seen = await harness.send('GET', `/webhook-events/${key}`, 'dispatcher')

    expect(seen.body).toMatchObject({ provider: 'shop', type: 'invoice.paid', state: 'pending' })
    expect(seen.body).not.toHaveProperty('body')
  })

  test('can retry a failed event, which its history records', async () => {
    const event = await dead()

    expect((await retry(event.key, 'dispatcher')).status).toBe(200)
    await harness.handle(event.key)

    expect(await event.row()).toMatchObject({ state: 'done', attempts: 1 })
    const acts = await harness.sql(
      'select command, actor_name from audit_events where subject_id = $1',
      [event.key],
    )
    expect(acts).toEqual([{ command: 'retry-webhook-event', actor_name: 'dispatcher' }])
  })

  test('cannot repeat what is done or under way', async () => {
    const event = await arrived()
    await harness.handle(event.key)

    expect(await retry(event.key, 'admin')).toMatchObject({
      status: 409,
      code: 'transition-refused',
    })
  })

  test.each(['anonymous', 'customer', 'fieldworker', 'apiKey'] as const)(
    'is not %s, who can repeat nothing',
    async (person) => {
      const event = await dead()

      expect([401, 403, 404]).toContain((await retry(event.key, person)).status)
      expect((await event.row()).state).toBe('dead')
    },
  )
})

test('handled events are deleted after thirty days, others never', async () => {
  const [old, recent, stuck] = [await arrived(), await arrived(), await arrived()]
  await harness.handle(old.key)
  await harness.handle(recent.key)
  const ago = (key: string, days: number) =>
    harness.sql(
      `update webhook_events set handled_at = now() - $2 * interval '1 day' where id = $1`,
      [key, days],
    )
  await ago(old.key, 31)
  await ago(recent.key, 29)
  await harness.sql(
    `update webhook_events set state = 'dead', created_at = now() - interval '90 days'
     where id = $1`,
    [stuck.key],
  )
  await deleteHandledWebhookEvents(harness.payload)

  const left = await Promise.all([old, recent, stuck].map(({ id }) => harness.stored(id)))
  expect(left.map((rows) => rows.length)).toEqual([0, 1, 1])
})
