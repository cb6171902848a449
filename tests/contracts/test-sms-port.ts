import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SmsPort } from '../../src/ports/sms.ts'
import { effectContext, type PortUnderTest, type PortWorld } from '../support/port-world.ts'
import { testEffects } from './test-effects.ts'

const message = { to: '+61412345678', body: 'Your visit is at 9:00.' }

/** What every adapter of the SMS port passes. */
export const testSmsPort = ({ name, faults, open }: PortUnderTest<PortWorld<SmsPort>>) =>
  describe(`the SMS port of ${name}`, () => {
    let world: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      world = await open()
    }, 120_000)
    afterAll(() => world.close())

    testEffects({
      faults,
      world: () => world,
      ask: (context) => world.port.send(message, context),
      askWrongly: (context) => world.port.send({ ...message, body: 'a\u0000b' }, context),
      secrets: [message.to],
    })

    test('finds the messages that went out, and no others', async () => {
      const key = randomUUID()
      const sent = await world.port.send(message, effectContext(key))

      expect(await world.port.find(key)).toEqual({
        kind: 'ok',
        value: sent.kind === 'ok' ? sent.value : 'not sent',
      })
      expect(await world.port.find(randomUUID())).toEqual({ kind: 'ok', value: null })
    })

    test.skipIf(!faults.includes('lost-answer'))(
      'finds a message whose answer was lost, so that it need not be sent again',
      async () => {
        const key = randomUUID()
        world.inject('lost-answer')
        await world.port.send(message, effectContext(key))

        const found = await world.port.find(key)

        expect(found.kind === 'ok' && found.value).toBeTruthy()
        expect(await world.effects(key)).toBe(1)
      },
    )

    test.skipIf(!faults.includes('unavailable'))(
      'does not take a failed search for a message that was never sent',
      async () => {
        world.inject('unavailable')
        const found = await world.port.find(randomUUID())

        expect(['retry', 'unknown']).toContain(found.kind)
      },
    )
  })
