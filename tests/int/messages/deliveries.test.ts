import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../../src/database/in-transaction.ts'
import { enqueueDelivery } from '../../../src/steps/messages/enqueue-deliveries.ts'
import { type MessageHarness, openMessageHarness } from '../../support/message-harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: MessageHarness

beforeAll(async () => {
  harness = await openMessageHarness()
}, 120_000)
afterEach(() => harness.restorePorts())
afterAll(() => harness.stop())

const detail = { provider: 'test', message: 'The provider said so.' }

describe('an effect', () => {
  test('exists when and only when the transaction that caused it commits', async () => {
    const req = (await createLocalReq({}, harness.app.payload)) as PayloadRequest
    const [customer] = await harness.sql<{ id: string }>('select id from customers limit 1')
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

    const rows = await harness.sql(
      `select key from deliveries where key in ('rolled-back', 'committed')`,
    )
    expect(rows).toEqual([{ key: 'committed' }])
  })

  test('of a refused booking is never queued', async () => {
    const before = await harness.sql('select id from deliveries')
    const customer = { name: 'Late', email: 'late@guest.test' }

    const { status } = await harness.book({
      service: 'direct',
      start: sydney(-3, '09:00'),
      customer,
    })

    expect(status).toBe(422)
    expect(await harness.sql('select id from deliveries')).toHaveLength(before.length)
  })

  test('is sent once, with its receipt, however often it is run', async () => {
    const { id, key } = await harness.confirmation()

    await harness.deliver(id)
    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({ state: 'sent', attempts: 1, error: null })
    expect(await harness.kept(key)).toHaveLength(1)
  })

  test('is sent once by eight workers that want it at the same moment', async () => {
    const { id, key } = await harness.confirmation()
    let calls = 0
    const { email } = harness.local
    if (email) {
      harness.ports.email = {
        ...email,
        send: (...given) => {
          calls += 1
          return email.send(...given)
        },
      }
    }

    await Promise.all(Array.from({ length: 8 }, () => harness.deliver(id)))

    expect(calls).toBe(1)
    expect(await harness.read(id)).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await harness.kept(key)).toHaveLength(1)
  })

  test('is dropped with its reason when it is no longer true at send time', async () => {
    const { id, key } = await harness.confirmation()
    await harness.sql(
      `update bookings set comms_paused_email = true
       where id = (select booking_id from deliveries where id = $1)`,
      [id],
    )

    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({
      state: 'cancelled',
      error: 'Messages to the customer of this booking are paused.',
    })
    expect(await harness.kept(key)).toHaveLength(0)
  })
})

describe('a provider in trouble', () => {
  test('is asked again later and later, and the message leaves once it recovers', async () => {
    const { id, key } = await harness.confirmation()
    harness.emailSays({ kind: 'retry', reason: 'unavailable', detail })

    const waits = []
    for (let tries = 0; tries < 3; tries++) {
      await harness.deliver(id)
      waits.push((await harness.read(id)).wait)
      await harness.deliver(id)
      await harness.due(id)
    }

    expect(await harness.read(id)).toMatchObject({
      state: 'failed',
      attempts: 3,
      error: detail.message,
    })
    expect(waits[0]).toBeGreaterThan(3)
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0)
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0)
    harness.restorePorts()
    await harness.deliver(id)
    expect(await harness.read(id)).toMatchObject({ state: 'sent', error: null })
    expect(await harness.kept(key)).toHaveLength(1)
  })

  test('that asks for time gets it', async () => {
    const { id } = await harness.confirmation()
    harness.emailSays({ kind: 'retry', reason: 'rate-limited', retryAfterMs: 600_000, detail })

    await harness.deliver(id)

    expect((await harness.read(id)).wait).toBeGreaterThan(590)
  })

  test('ends the message at once where a repeat cannot help', async () => {
    const { id } = await harness.confirmation()
    harness.emailSays({ kind: 'permanent', code: 'invalid', detail })

    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({
      state: 'dead',
      attempts: 1,
      error: detail.message,
    })
  })

  test('leaves a message in doubt for a person after the last try', async () => {
    const { id } = await harness.confirmation()
    harness.emailSays({ kind: 'unknown', detail })
    await harness.sql('update deliveries set attempts = 11 where id = $1', [id])

    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({ state: 'unknown', attempts: 12 })
  })

  test('that took a message and lost the answer does not take it twice', async () => {
    const { id, key } = await harness.confirmation()
    const { email } = harness.local
    if (email) {
      harness.ports.email = {
        ...email,
        send: async (...given) => {
          await email.send(...given)
          return { kind: 'unknown', detail }
        },
      }
    }
    await harness.deliver(id)
    await harness.due(id)
    harness.restorePorts()

    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await harness.kept(key)).toHaveLength(1)
  })

  test('of text messages is asked before a repeat, and no answer means no repeat', async () => {
    const { id, key } = await harness.confirmation({ name: 'Text', phone: '0412 345 678' })
    const { sms } = harness.local
    if (!sms) throw new Error('There is no SMS port.')
    let calls = 0
    const counted: typeof sms.send = async (...given) => {
      calls += 1
      await sms.send(...given)
      return { kind: 'unknown', detail }
    }
    harness.ports.sms = { ...sms, send: counted }
    await harness.deliver(id)
    await harness.due(id)
    harness.ports.sms = {
      ...sms,
      send: counted,
      find: async () => ({ kind: 'retry', reason: 'unavailable', detail }),
    }
    await harness.deliver(id)
    expect(await harness.read(id)).toMatchObject({ state: 'failed', attempts: 2 })
    await harness.due(id)
    harness.ports.sms = { ...sms, send: counted }

    await harness.deliver(id)

    expect(await harness.read(id)).toMatchObject({ state: 'sent', attempts: 3 })
    expect(calls).toBe(1)
    expect(await harness.kept(key)).toHaveLength(1)
  })
})
