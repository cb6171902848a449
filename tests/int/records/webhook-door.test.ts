import { randomUUID } from 'node:crypto'
import { getPayload, handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Webhook } from '../../../src/integrations.ts'
import { type FrontDoor, openFrontDoor, sendAs } from '../../support/front-door.ts'
import {
  formerSecret,
  openWebhookHarness,
  signedHeaders,
  type WebhookHarness,
} from '../../support/webhook-harness.ts'

let harness: WebhookHarness
let door: FrontDoor

beforeAll(async () => {
  harness = await openWebhookHarness()
  door = await openFrontDoor(harness.payload, { url: harness.app.url })
}, 120_000)
afterAll(async () => {
  await door.close()
  await harness.stop()
})

const body = JSON.stringify({ type: 'invoice.paid', data: { invoice: 'I-1' } })
const codeOf = (answer: { body: { errors?: { code: string }[] } }) => answer.body.errors?.[0]?.code

const errors = async (call: ReturnType<WebhookHarness['call']>) => {
  const answer = await call
  return [answer.status, codeOf(answer)]
}

describe('a call of a provider', () => {
  test('is stored and accepted without waiting for its handler', async () => {
    const id = randomUUID()

    const { status, body: answer } = await harness.call({ id, body })

    expect([status, answer]).toEqual([202, ''])
    expect(await harness.stored(id)).toMatchObject([{ state: 'pending', attempts: 0 }])
    expect(harness.handled).toEqual([])
  })

  test('is accepted under the former secret while secrets are rotated', async () => {
    expect((await harness.call({ body, by: formerSecret })).status).toBe(202)
  })

  test('is one event however often it comes, twenty times at once included', async () => {
    const id = randomUUID()

    const answers = await Promise.all(Array.from({ length: 20 }, () => harness.call({ id, body })))
    const later = await harness.call({ id, body })

    expect(new Set([...answers, later].map(({ status }) => status))).toEqual(new Set([202]))
    expect(await harness.stored(id)).toHaveLength(1)
  })

  test('is one event when two processes take it at once', async () => {
    const { default: config } = await import('../../../payload.config.ts')
    const key = `second-${randomUUID()}`
    const second = await getPayload({ config, key })
    const url = `${second.config.serverURL}/api/webhooks/shop`
    const id = randomUUID()
    const askSecond = () =>
      handleEndpoints({
        config,
        payloadInstanceCacheKey: key,
        request: new Request(url, { method: 'POST', body, headers: signedHeaders({ id, body }) }),
      })

    const pairs = Array.from({ length: 5 }, () => [harness.call({ id, body }), askSecond()])
    const answers = await Promise.all(pairs.flat())

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202))
    expect(await harness.stored(id)).toHaveLength(1)
    await second.destroy()
  })

  test('counts for its own provider: another one may use the same id', async () => {
    const id = randomUUID()
    await harness.call({ id, body })
    await harness.call({ id, body, provider: 'local' })

    expect(await harness.stored(id)).toHaveLength(1)
    expect(await harness.stored(id, 'local')).toHaveLength(1)
  })
})

describe('refused, and not stored, is', () => {
  test.each([
    ['a forged call', { by: `whsec_${Buffer.from('a guess').toString('base64')}` }],
    ['an unsigned call', { headers: { 'webhook-signature': '' } }],
    [
      'a changed body',
      { headers: { 'webhook-signature': signedHeaders({})['webhook-signature'] ?? '' } },
    ],
    ['a recording that is played ten minutes later', { late: 600 }],
    ['a call from the future', { late: -3600 }],
  ])('%s', async (_what, sent) => {
    const id = randomUUID()

    expect(await errors(harness.call({ id, body, ...sent }))).toEqual([401, 'bad-signature'])
    expect(await harness.stored(id)).toEqual([])
  })

  test.each(['nobody', 'Shop', 'constructor', '__proto__'])(
    'a call for %s, which is no provider',
    async (provider) => {
      expect(await errors(harness.call({ body, provider }))).toEqual([404, 'not-found'])
    },
  )

  test('a call that is too large', async () => {
    const large = JSON.stringify({ type: 'x', data: 'x'.repeat(1_000_001) })

    expect(await errors(harness.call({ body: large }))).toEqual([413, 'too-large'])
  })

  test.each([
    ['is no JSON', 'hello'],
    ['says no type', '{}'],
    ['has a type without a name', '{"type":""}'],
    ['has a type that cannot be stored', '{"type":"a\\u0000b"}'],
    ['has half a letter for a type', '{"type":"\\ud800"}'],
  ])('a signed call that %s', async (_what, unreadable) => {
    expect(await errors(harness.call({ body: unreadable }))).toEqual([422, 'invalid-input'])
  })

  test('a signed call without an id', async () => {
    const sent = { body, headers: { 'webhook-id': '' } }
    expect(await errors(harness.call(sent))).toEqual([401, 'bad-signature'])
  })
})

describe('a provider', () => {
  const plain = (offer: Partial<Webhook>): Webhook => ({
    name: 'plain',
    verify: () => true,
    read: () => [{ id: randomUUID(), type: 'x', body: '' }],
    handle: async () => ({ kind: 'ok', value: 'done' }),
    ...offer,
  })
  const callPlain = (offer: Partial<Webhook>, path = 'plain') => {
    harness.add(plain(offer))
    return harness.call({ provider: path, body })
  }

  test('whose verifier or reader fails gets a refusal, never a server error', async () => {
    const fail = () => {
      throw new Error('not today')
    }

    expect(await errors(callPlain({ verify: fail }))).toEqual([401, 'bad-signature'])
    expect(await errors(callPlain({ read: fail }))).toEqual([422, 'invalid-input'])
    expect((await callPlain({ challenge: fail })).status).toBe(202)
  })

  test('may report several events in one call, and none', async () => {
    const ids = [randomUUID(), randomUUID()]
    const read = () => [...ids, ...ids].map((id) => ({ id, type: 'x', body: '' }))

    expect((await callPlain({ read })).status).toBe(202)
    expect((await callPlain({ read: () => [] })).status).toBe(202)
    for (const id of ids) expect(await harness.stored(id, 'plain')).toHaveLength(1)
  })

  test('may ask whether the address is ours', async () => {
    const challenge = ({ url }: { url: string }) => new URL(url).searchParams.get('validationToken')

    const answer = await callPlain(
      { challenge, verify: () => false },
      'plain?validationToken=a%20b',
    )

    expect([answer.status, answer.body]).toEqual([200, 'a b'])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })
})

describe('at the front door', () => {
  const send = (sent: { body: string | Buffer; headers: Record<string, string> }) =>
    sendAs(harness.payload, door)({ method: 'POST', path: '/api/webhooks/shop', ...sent })

  test('the body reaches the verifier byte for byte, whatever its type', async () => {
    const odd = ' {"type" : "größer",\r\n "type":"x"}  '
    const headers = { ...signedHeaders({ body: odd }), 'content-type': 'text/plain' }

    expect((await send({ body: odd, headers })).status).toBe(202)
  })

  test.each([
    ['is too large', Buffer.alloc(1_100_000, 'x'), 413],
    ['is not UTF-8', Buffer.from([0xff, 0xfe, 0x7b]), 422],
    ['carries a zero byte', Buffer.from('{"type":"a\0b"}'), 422],
    ['is nested ten thousand times', Buffer.from('['.repeat(10_000)), 401],
    ['is empty', Buffer.alloc(0), 401],
  ])('a body that %s is refused', async (_what, sent, status) => {
    const headers = { 'content-type': 'application/json' }

    expect((await send({ body: sent, headers })).status).toBe(status)
  })

  test('reading is no way in', async () => {
    const answer = await sendAs(
      harness.payload,
      door,
    )({ method: 'GET', path: '/api/webhooks/shop' })

    expect(answer.status).toBe(404)
  })
})
