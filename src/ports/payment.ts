import type { Adapter, EffectContext, Outcome } from './outcome.ts'

/** Integer minor units with an ISO 4217 code. */
export type PortMoney = { amount: number; currency: string }

export type Checkout = {
  status: 'expired' | 'failed' | 'open' | 'paid' | 'processing'
  paymentRef: string | null
  paid: PortMoney
  refunded: PortMoney
}

export type CheckoutRequest = {
  /** Our invoice or deposit; comes back in every event. */
  ref: string
  amount: PortMoney
  description: string
  customerEmail?: string
  successUrl: string
  cancelUrl: string
  /** ISO instant. */
  expiresAt: string
}

/** A page of the provider on which the customer pays; its return is no proof, `read` is. */
export type PaymentPort = Adapter & {
  open(
    request: CheckoutRequest,
    context: EffectContext,
  ): Promise<Outcome<{ checkoutId: string; url: string }>>
  read(checkoutId: string): Promise<Outcome<Checkout>>
  expire(checkoutId: string, context: EffectContext): Promise<Outcome<null>>
  refund(
    paymentRef: string,
    amount: PortMoney,
    context: EffectContext,
  ): Promise<Outcome<{ refundId: string; status: 'failed' | 'pending' | 'succeeded' }>>
}
