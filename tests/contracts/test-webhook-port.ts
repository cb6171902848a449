import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Webhook } from '../../src/integrations.ts'
import type { WebhookCall, WebhookEvent } from '../../src/ports/webhook.ts'
import { effectContext } from '../support/port-world.ts'

type Request = Parameters<Webhook['handle']>[1]['req']

export type SignedEvent = {
  id: string
  type: string
  data: unknown
  /** Which secret signs: the provider's, the one before it, or a stranger's. Default: the provider's. */
  by?: 'former' | 'provider' | 'stranger'
  /** Seconds since it was signed. */
  age?: number
}

export type WebhookWorld = {
  webhook: Webhook
  req: Request
  /** The call by which the provider reports an event. */
  call: (event: SignedEvent) => WebhookCall
  /** Events about one object, of which the newest decides, and the state that they lead to. */
  sequence: () => Promise<{
    events: Pick<SignedEvent, 'data' | 'type'>[]
    state: () => Promise<unknown>
    final: unknown
  }>
  /** An event about an object that does not exist yet, and a way to make it exist. */
  early: () => Promise<{ event: Pick<SignedEvent, 'data' | 'type'>; create: () => Promise<void> }>
}

type Given = { name: string; open: () => Promise<WebhookWorld & { close: () => Promise<void> }> }

const permutations = <Item>(items: Item[]): Item[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) =>
        permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
      )

const oddBodies = [
  ['empty', ''],
  ['half an object', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['ten thousand brackets', '['.repeat(10_000)],
  ['an object after a byte order mark', '\ufeff{}'],
] as const

/** What every provider that calls back passes. */
export const testWebhookPort = ({ name, open }: Given) =>
  describe(`the webhook of ${name}`, () => {
    let world: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      world = await open()
    }, 120_000)
    afterAll(() => world.close())

    const some = (): SignedEvent => ({ id: randomUUID(), type: 'something.else', data: {} })
    const verify = async (call: WebhookCall) => world.webhook.verify(call)
    const received = (event: Pick<SignedEvent, 'data' | 'type'>): WebhookEvent => {
      const [read] = world.webhook.read(world.call({ id: randomUUID(), ...event }))
      if (!read) throw new Error('No event was read.')
      return read
    }
    const handle = (event: WebhookEvent, signal?: AbortSignal) =>
      world.webhook.handle(event, {
        ...effectContext(event.id, signal ? { signal } : {}),
        req: world.req,
      })

    test('takes its own calls, and those under the former secret', async () => {
      expect(await verify(world.call(some()))).toBe(true)
      expect(await verify(world.call({ ...some(), by: 'former' }))).toBe(true)
    })

    test.each([
      ['a stranger signed', { by: 'stranger' }],
      ['ten minutes old', { age: 600 }],
      ['an hour ahead', { age: -3600 }],
    ] as const)('refuses a call %s', async (_what, change) => {
      expect(await verify(world.call({ ...some(), ...change }))).toBe(false)
    })

    test('refuses a changed body and a call without its headers', async () => {
      const call = world.call(some())

      expect(await verify({ ...call, body: `${call.body} ` })).toBe(false)
      expect(await verify({ ...call, headers: new Headers() })).toBe(false)
    })

    test.each(oddBodies)('refuses a body that is %s without failing', async (_what, body) => {
      expect(await verify({ ...world.call(some()), body })).toBe(false)
    })

    test('reads the same event under the same id, another one under another', () => {
      const [one, other] = [world.call(some()), world.call(some())]
      const ids = (call: WebhookCall) => world.webhook.read(call).map(({ id }) => id)

      expect(ids(one)).toEqual(ids(one))
      expect(ids(one)).not.toEqual(ids(other))
      expect(ids(one).every((id) => id.length > 0)).toBe(true)
    })

    test('ignores types that it does not know', async () => {
      const outcome = await handle(received({ type: 'something.else', data: {} }))

      expect(outcome).toMatchObject({ kind: 'ok', value: 'ignored' })
    })

    test('reaches the same state whatever the order, with every event twice', async () => {
      for (const order of permutations([0, 1, 2])) {
        const { events, state, final } = await world.sequence()
        const calls = events.map(received)
        for (const at of [...order, ...order]) {
          const event = calls[at % calls.length]
          if (event) await handle(event)
        }
        expect(await state(), order.join()).toEqual(final)
      }
    })

    test('waits for an object that does not exist yet', async () => {
      const { event, create } = await world.early()
      const read = received(event)
      const before = await handle(read)
      await create()

      expect(before.kind).toBe('retry')
      expect(await handle(read)).toMatchObject({ kind: 'ok', value: 'done' })
    })

    test('refuses for good what makes no sense', async () => {
      const { event } = await world.early()
      const outcome = await handle(received({ ...event, data: {} }))

      expect(outcome.kind).toBe('permanent')
    })

    test('does nothing once its time is over', async () => {
      const { event, create } = await world.early()
      await create()

      expect((await handle(received(event), AbortSignal.abort())).kind).toBe('retry')
    })
  })
