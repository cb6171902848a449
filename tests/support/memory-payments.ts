import { randomUUID } from 'node:crypto'
import type { ErrorInfo, Outcome, PermanentCode } from '../../src/ports/outcome.ts'
import type { Checkout, PaymentPort, PortMoney } from '../../src/ports/payment.ts'
import type { Fault } from './port-world.ts'

type Refund = { refundId: string; status: 'succeeded' }
type Kept = Checkout & { key: string; amount: PortMoney }

const provider = 'memory'
const info = (message: string): ErrorInfo => ({ provider, message })
const refuse = (code: PermanentCode, message: string): Outcome<never> => ({
  kind: 'permanent',
  code,
  detail: info(message),
})

/** A payment provider in memory: checkouts, payments and refunds, each once for its key. */
export const memoryPayments = () => {
  const checkouts = new Map<string, Kept>()
  const answers = new Map<string, unknown>()
  let next: Fault | undefined

  /** Does the work of a key once; a fault stands between the caller and the provider. */
  const once = async <Value>(
    { key, signal }: { key: string; signal: AbortSignal },
    work: () => Outcome<Value>,
  ): Promise<Outcome<Value>> => {
    const fault = next
    next = undefined
    if (signal.aborted || fault === 'unavailable') {
      return { kind: 'retry', reason: 'unavailable', detail: info('Nothing was done.') }
    }
    if (fault === 'rate-limited') {
      const detail = info('Too many requests.')
      return { kind: 'retry', reason: 'rate-limited', retryAfterMs: 1000, detail }
    }
    if (fault === 'unauthorised') return { kind: 'reauth', detail: info('The key was revoked.') }
    if (fault === 'hang') {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      return { kind: 'unknown', detail: info('No answer came in time.') }
    }
    const known = answers.get(key)
    const outcome: Outcome<Value> =
      known === undefined ? work() : { kind: 'ok', value: known as Value, replayed: true }
    if (outcome.kind === 'ok') answers.set(key, outcome.value)
    if (fault === 'lost-answer') return { kind: 'unknown', detail: info('The answer was lost.') }
    return outcome.kind === 'ok' ? { replayed: false, ...outcome } : outcome
  }

  const byPayment = (ref: string) => [...checkouts.values()].find((one) => one.paymentRef === ref)

  const port: PaymentPort = {
    provider,
    mode: 'test',
    health: async () => ({ status: 'ok' }),
    open: ({ amount }, context) =>
      once<{ checkoutId: string; url: string }>(context, () => {
        if (amount.amount <= 0) return refuse('invalid', 'An amount has to be above zero.')
        const checkoutId = randomUUID()
        const none = { amount: 0, currency: amount.currency }
        const kept = { status: 'open', paymentRef: null, paid: none, refunded: none } as const
        checkouts.set(checkoutId, { ...kept, key: context.key, amount })
        return { kind: 'ok', value: { checkoutId, url: `https://pay.test/${checkoutId}` } }
      }),
    read: async (id) => {
      const found = checkouts.get(id)
      if (!found) return refuse('not-found', 'There is no such checkout.')
      const { status, paymentRef, paid, refunded } = found
      return { kind: 'ok', value: { status, paymentRef, paid, refunded } }
    },
    expire: (id, context) =>
      once<null>(context, () => {
        const found = checkouts.get(id)
        if (!found) return refuse('not-found', 'There is no such checkout.')
        if (found.status === 'paid') return refuse('invalid', 'This checkout is paid.')
        found.status = 'expired'
        return { kind: 'ok', value: null }
      }),
    refund: (ref, amount, context) =>
      once<Refund>(context, () => {
        const found = byPayment(ref)
        if (!found) return refuse('not-found', 'There is no such payment.')
        const total = found.refunded.amount + amount.amount
        const fits = amount.currency === found.paid.currency && total <= found.paid.amount
        if (!fits || amount.amount <= 0) return refuse('invalid', 'This is more than was paid.')
        found.refunded = { ...found.refunded, amount: total }
        return { kind: 'ok', value: { refundId: randomUUID(), status: 'succeeded' } }
      }),
  }
  return {
    port,
    inject: (fault: Fault) => {
      next = fault
    },
    effects: async (key: string) => [...checkouts.values()].filter((one) => one.key === key).length,
    pay: async (id: string) => {
      const found = checkouts.get(id)
      if (found?.status !== 'open') return
      Object.assign(found, { status: 'paid', paymentRef: randomUUID(), paid: found.amount })
    },
  }
}
