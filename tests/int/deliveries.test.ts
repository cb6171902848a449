import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../src/database/in-transaction.ts'
import { type Integrations, integrationsOf } from '../../src/integrations.ts'
import { sendDelivery } from '../../src/jobs/send-delivery.ts'
import { enqueueDelivery } from '../../src/operations/messages/enqueue-deliveries.ts'
import type { Outcome } from '../../src/ports/outcome.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'

let desk: Desk
let ports: Integrations
let local: Integrations
let day = 2

type Row = {
  id: string
  key: string
  state: string
  attempts: number
  error: string | null
  wait: number
}

const detail = { provider: 'test', message: 'The provider said so.' }

beforeAll(async () => {
  desk = await openDesk()
  ports = integrationsOf(desk.app.payload)
  local = { ...ports }
}, 120_000)
afterEach(() => Object.assign(ports, local))
afterAll(() => desk.stop())

/** A new booking of a guest and the delivery that confirms it. */
const confirmation = async (
  customer: object = { name: 'Jo Park', email: 'jo@guest.test' },
): Promise<Row> => {
  day += 1
  const { body } = await desk.book({ service: 'direct', start: sydney(day, '09:00'), customer })
  const [row] = await desk.sql<Row>(
    `select * from deliveries where booking_id = $1 and event = 'booking-confirmed'`,
    [body.id],
  )
  if (!row) throw new Error('Nothing was queued.')
  return row
}

const read = async (id: string): Promise<Row> => {
  const [row] = await desk.sql<Row>(
    `select *, attempts::int as attempts, extract(epoch from not_before - now())::float8 as wait from deliveries
     where id = $1`,
    [id],
  )
  if (!row) throw new Error('The row is gone.')
  return row
}

const kept = (key: string) =>
  desk.sql('select id from outbox_messages where delivery_key = $1', [key])

const send = (id: string) => sendDelivery(desk.app.payload, { id })
const due = (id: string) => desk.sql('update deliveries set not_before = null where id = $1', [id])

const emailSays = (outcome: Outcome<{ messageId: string }>) => {
  if (local.email) ports.email = { ...local.email, send: async () => outcome }
}

describe('an effect', () => {
  test('exists when and only when the transaction that caused it commits', async () => {
    const req = (await createLocalReq({}, desk.app.payload)) as PayloadRequest
    const [customer] = await desk.sql<{ id: string }>('select id from customers limit 1')
    const id = customer?.id ?? ''
    const enqueue = (key: string) =>
      enqueueDelivery(req, {
        key,
        channel: 'email',
        event: 'sign-in-link',
        subjectType: 'customers',
        subjectId: id,
        recipientKind: 'account',
        recipient: id,
      })

    const fails = inTransaction(req, async () => {
      await enqueue('rolled-back')
      throw new Error('The command failed.')
    })
    await expect(fails).rejects.toThrow('The command failed.')
    await inTransaction(req, () => enqueue('committed'))
    await inTransaction(req, () => enqueue('committed'))

    const rows = await desk.sql(
      `select key from deliveries where key in ('rolled-back', 'committed')`,
    )
    expect(rows).toEqual([{ key: 'committed' }])
  })

  test('of a refused booking is never queued', async () => {
    const before = await desk.sql('select id from deliveries')
    const customer = { name: 'Late', email: 'late@guest.test' }

    const { status } = await desk.book({ service: 'direct', start: sydney(-3, '09:00'), customer })

    expect(status).toBe(422)
    expect(await desk.sql('select id from deliveries')).toHaveLength(before.length)
  })

  test('is sent once, with its receipt, however often it is run', async () => {
    const { id, key } = await confirmation()

    await send(id)
    await send(id)

    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1, error: null })
    expect(await kept(key)).toHaveLength(1)
  })

  test('is sent once by eight workers that want it at the same moment', async () => {
    const { id, key } = await confirmation()
    let calls = 0
    const { email } = local
    if (email) {
      ports.email = {
        ...email,
        send: (...given) => {
          calls += 1
          return email.send(...given)
        },
      }
    }

    await Promise.all(Array.from({ length: 8 }, () => send(id)))

    expect(calls).toBe(1)
    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await kept(key)).toHaveLength(1)
  })

  test('is dropped with its reason when it is no longer true at send time', async () => {
    const { id, key } = await confirmation()
    await desk.sql(
      `update bookings set comms_paused_email = true
       where id = (select booking_id from deliveries where id = $1)`,
      [id],
    )

    await send(id)

    expect(await read(id)).toMatchObject({
      state: 'cancelled',
      error: 'Messages of this booking are paused.',
    })
    expect(await kept(key)).toHaveLength(0)
  })
})

describe('a provider in trouble', () => {
  test('is asked again later and later, and the message leaves once it recovers', async () => {
    const { id, key } = await confirmation()
    emailSays({ kind: 'retry', reason: 'unavailable', detail })

    const waits = []
    for (let tries = 0; tries < 3; tries++) {
      await send(id)
      waits.push((await read(id)).wait)
      await send(id)
      await due(id)
    }

    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 3, error: detail.message })
    expect(waits[0]).toBeGreaterThan(3)
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0)
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0)
    Object.assign(ports, local)
    await send(id)
    expect(await read(id)).toMatchObject({ state: 'sent', error: null })
    expect(await kept(key)).toHaveLength(1)
  })

  test('that asks for time gets it', async () => {
    const { id } = await confirmation()
    emailSays({ kind: 'retry', reason: 'rate-limited', retryAfterMs: 600_000, detail })

    await send(id)

    expect((await read(id)).wait).toBeGreaterThan(590)
  })

  test('ends the message at once where a repeat cannot help', async () => {
    const { id } = await confirmation()
    emailSays({ kind: 'permanent', code: 'invalid', detail })

    await send(id)

    expect(await read(id)).toMatchObject({ state: 'dead', attempts: 1, error: detail.message })
  })

  test('leaves a message in doubt for a person after the last try', async () => {
    const { id } = await confirmation()
    emailSays({ kind: 'unknown', detail })
    await desk.sql('update deliveries set attempts = 11 where id = $1', [id])

    await send(id)

    expect(await read(id)).toMatchObject({ state: 'unknown', attempts: 12 })
  })

  test('that took a message and lost the answer does not take it twice', async () => {
    const { id, key } = await confirmation()
    const { email } = local
    if (email) {
      ports.email = {
        ...email,
        send: async (...given) => {
          await email.send(...given)
          return { kind: 'unknown', detail }
        },
      }
    }
    await send(id)
    await due(id)
    Object.assign(ports, local)

    await send(id)

    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await kept(key)).toHaveLength(1)
  })

  test('of text messages is asked before a repeat, and no answer means no repeat', async () => {
    const { id, key } = await confirmation({ name: 'Text', phone: '0412 345 678' })
    const { sms } = local
    if (!sms) throw new Error('There is no SMS port.')
    let calls = 0
    const counted: typeof sms.send = async (...given) => {
      calls += 1
      await sms.send(...given)
      return { kind: 'unknown', detail }
    }
    ports.sms = { ...sms, send: counted }
    await send(id)
    await due(id)
    ports.sms = {
      ...sms,
      send: counted,
      find: async () => ({ kind: 'retry', reason: 'unavailable', detail }),
    }
    await send(id)
    expect(await read(id)).toMatchObject({ state: 'failed', attempts: 2 })
    await due(id)
    ports.sms = { ...sms, send: counted }

    await send(id)

    expect(await read(id)).toMatchObject({ state: 'sent', attempts: 3 })
    expect(calls).toBe(1)
    expect(await kept(key)).toHaveLength(1)
  })
})

describe('the outbox', () => {
  type Message = { id: string; subject: string; html: string; attachments: unknown[] }

  test('shows staff every effect with its message, and counts by state', async () => {
    const { id } = await confirmation()
    await send(id)

    const list = await desk.send('GET', '/app/outbox?channel=email&state=sent&q=jo@', 'admin')
    const one = await desk.send('GET', `/app/outbox/${id}`, 'admin')

    const { messages, counts } = list.body as { messages: Message[]; counts: { sent: number } }
    expect(messages.map((message) => message.id)).toContain(id)
    expect(counts.sent).toBeGreaterThan(0)
    const { message } = one.body as { message: Message }
    expect(message.subject).toMatch(/^Confirmed: /)
    expect(message.html).toContain('<!doctype html>')
    expect(message.attachments).toHaveLength(1)
  })

  test('sends a dead message once more, and refuses for one that was sent', async () => {
    const { id, key } = await confirmation()
    emailSays({ kind: 'permanent', code: 'forbidden', detail })
    await send(id)
    Object.assign(ports, local)

    const retried = await desk.send('POST', `/app/outbox/${id}/retry`, 'admin')
    expect(retried.status).toBe(200)
    await send(id)
    expect(await read(id)).toMatchObject({ state: 'sent' })
    expect(await kept(key)).toHaveLength(1)
    const again = await desk.send('POST', `/app/outbox/${id}/retry`, 'admin')
    expect(again).toMatchObject({ status: 409, code: 'transition-refused' })
  })

  test.each(['anonymous', 'customer', 'fieldworker'] as const)('is closed to %s', async (who) => {
    const { id } = await confirmation()
    for (const [method, path] of [
      ['GET', '/app/outbox'],
      ['GET', `/app/outbox/${id}`],
      ['POST', `/app/outbox/${id}/retry`],
    ] as const) {
      expect(await desk.send(method, path, who)).toMatchObject({ status: 403, code: 'not-allowed' })
    }
  })

  test('refuses filters it does not know in words', async () => {
    expect(await desk.send('GET', '/app/outbox?state=lost', 'admin')).toMatchObject({ status: 422 })
    expect(await desk.send('GET', '/app/outbox/x', 'admin')).toMatchObject({ status: 404 })
  })
})
