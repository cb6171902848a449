import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PaymentPort } from '../../src/ports/payment.ts'
import { effectContext, type PortUnderTest, type PortWorld } from '../support/port-world.ts'
import { testEffects } from './test-effects.ts'

export type PaymentWorld = PortWorld<PaymentPort> & {
  /** Does what the customer does on the provider's page. */
  pay: (checkoutId: string) => Promise<void>
}

const aud = (amount: number) => ({ amount, currency: 'AUD' })
const request = {
  ref: 'INV-1',
  amount: aud(12_000),
  description: 'Tap repair',
  customerEmail: 'jo@guest.test',
  successUrl: 'https://shop.test/paid',
  cancelUrl: 'https://shop.test/cancelled',
  expiresAt: '2031-01-01T00:00:00.000Z',
}

/** What every adapter of the payment port passes. */
export const testPaymentPort = ({ name, faults, open }: PortUnderTest<PaymentWorld>) =>
  describe(`the payment port of ${name}`, () => {
    let world: Awaited<ReturnType<typeof open>>
    beforeAll(async () => {
      world = await open()
    }, 120_000)
    afterAll(() => world.close())

    testEffects({
      faults,
      world: () => world,
      ask: (context) => world.port.open(request, context),
      askWrongly: (context) => world.port.open({ ...request, amount: aud(-1) }, context),
      secrets: [request.customerEmail],
    })

    const opened = async () => {
      const outcome = await world.port.open(request, effectContext(randomUUID()))
      if (outcome.kind !== 'ok') throw new Error(outcome.detail.message)
      return outcome.value.checkoutId
    }
    const read = async (id: string) => {
      const outcome = await world.port.read(id)
      if (outcome.kind !== 'ok') throw new Error(outcome.detail.message)
      return outcome.value
    }
    const paid = async () => {
      const id = await opened()
      await world.pay(id)
      return { id, ref: (await read(id)).paymentRef ?? '' }
    }
    const refund = (ref: string, amount = aud(12_000), key = randomUUID()) =>
      world.port.refund(ref, amount, effectContext(key))

    test('reports a checkout as open until it is paid', async () => {
      const id = await opened()
      const before = await read(id)
      await world.pay(id)

      expect(before).toMatchObject({ status: 'open', paymentRef: null, paid: aud(0) })
      expect(await read(id)).toMatchObject({ status: 'paid', paid: aud(12_000), refunded: aud(0) })
    })

    test('cannot be paid once it has expired, nor expire once it is paid', async () => {
      const id = await opened()
      await world.port.expire(id, effectContext(randomUUID()))
      await world.pay(id)
      const { id: other } = await paid()
      const late = await world.port.expire(other, effectContext(randomUUID()))

      expect(await read(id)).toMatchObject({ status: 'expired', paid: aud(0) })
      expect(late.kind).toBe('permanent')
      expect((await read(other)).status).toBe('paid')
    })

    test('knows no checkout or payment that it did not make', async () => {
      expect(await world.port.read(randomUUID())).toMatchObject({ kind: 'permanent' })
      expect(await refund(randomUUID())).toMatchObject({ kind: 'permanent' })
    })

    test('refunds in parts up to what was paid, and no more', async () => {
      const { id, ref } = await paid()
      const outcomes = [
        await refund(ref, aud(5000)),
        await refund(ref, aud(7001)),
        await refund(ref, aud(7000)),
      ]

      expect(outcomes.map(({ kind }) => kind)).toEqual(['ok', 'permanent', 'ok'])
      expect((await read(id)).refunded).toEqual(aud(12_000))
    })

    test('refunds once for each key, and no more than was paid when many ask at once', async () => {
      const { id, ref } = await paid()
      const key = randomUUID()
      const same = await Promise.all([1, 2, 3].map(() => refund(ref, aud(4000), key)))
      const more = await Promise.all([1, 2, 3, 4].map(() => refund(ref, aud(4000))))

      expect(same.every(({ kind }) => kind === 'ok' || kind === 'retry')).toBe(true)
      expect(more.filter(({ kind }) => kind === 'ok')).toHaveLength(2)
      expect((await read(id)).refunded).toEqual(aud(12_000))
    })

    test('refunds only in the currency of the payment', async () => {
      const { id, ref } = await paid()

      expect(await refund(ref, { amount: 100, currency: 'USD' })).toMatchObject({
        kind: 'permanent',
      })
      expect((await read(id)).refunded).toEqual(aud(0))
    })
  })
