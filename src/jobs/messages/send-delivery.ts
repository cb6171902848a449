import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import { type Claimed, claimDelivery, settleDelivery } from '../../database/messages/deliveries.ts'
import { integrationsOf } from '../../integrations.ts'
import type { Composed } from '../../operations/messages/composed.ts'
import { composeDelivery } from '../../operations/messages/compose-delivery.ts'
import type { EffectContext, Outcome } from '../../ports/outcome.ts'
import { settlementOf } from './settlement-of.ts'

/** Longest time a provider may take; the lease outlives it, so that no second try overlaps. */
export const deadlineMs = 8000
export const leaseSeconds = 20

const system: Actor = { kind: 'system', name: 'Fieldbook', permissions: new Set() }

export const jobRequest = (payload: Payload): Promise<PayloadRequest> =>
  createLocalReq({ context: { actor: system, channel: 'job' } }, payload)

const missing = (port: string): Outcome<never> => ({
  kind: 'permanent',
  code: 'forbidden',
  detail: { provider: 'none', message: `No ${port} provider is configured.` },
})

type Sendable = Exclude<Composed, { kind: 'drop' }>

const perform = async (
  payload: Payload,
  composed: Sendable,
  context: EffectContext,
): Promise<{ outcome: Outcome<unknown>; provider: string; to: string }> => {
  const { email, sms, calendar } = integrationsOf(payload)
  switch (composed.kind) {
    case 'email': {
      const outcome = email ? await email.send(composed.message, context) : missing('e-mail')
      return { outcome, provider: email?.provider ?? 'none', to: composed.message.to }
    }
    case 'sms': {
      const outcome = sms ? await sms.send(composed.message, context) : missing('SMS')
      return { outcome, provider: sms?.provider ?? 'none', to: composed.message.to }
    }
    case 'upsert': {
      const { fieldworker, event } = composed
      const outcome = calendar
        ? await calendar.upsert(fieldworker, event, context)
        : missing('calendar')
      return { outcome, provider: calendar?.provider ?? 'none', to: fieldworker }
    }
    case 'remove': {
      const { fieldworker, key } = composed
      const outcome = calendar
        ? await calendar.remove(fieldworker, key, context)
        : missing('calendar')
      return { outcome, provider: calendar?.provider ?? 'none', to: fieldworker }
    }
  }
}

/** A text message has no key at its provider: before a repeat, ask whether it went out. */
const wentOut = async (
  payload: Payload,
  { channel, key, isRepeat }: Claimed,
): Promise<Outcome<{ messageId: string } | null>> => {
  const { sms } = integrationsOf(payload)
  if (channel !== 'sms' || !isRepeat || !sms) return { kind: 'ok', value: null }
  return sms.find(key)
}

/**
 * Sends one delivery if it is due, still true and nobody else's. Safe to run twice and to be killed
 * anywhere: the row is claimed, the provider gets the row's key, the receipt is fenced by the try.
 * Returns the seconds until the next try, or null when nothing is left to do.
 */
export async function sendDelivery(
  payload: Payload,
  { id, now = Date.now() }: { id: string; now?: number },
): Promise<number | null> {
  const req = await jobRequest(payload)
  const delivery = await claimDelivery(req, { id, leaseSeconds })
  if (!delivery) return null
  const earlier = await wentOut(payload, delivery)
  if (earlier.kind !== 'ok') {
    const settlement = settlementOf(earlier, delivery)
    await settleDelivery(req, delivery, settlement)
    return settlement.retryAfterSeconds ?? null
  }
  if (earlier.value) {
    await settleDelivery(req, delivery, { state: 'sent', providerRef: earlier.value.messageId })
    return null
  }
  const composed = await composeDelivery(req, delivery, now)
  if (composed.kind === 'drop') {
    await settleDelivery(req, delivery, { state: 'cancelled', error: composed.reason })
    return null
  }
  const signal = AbortSignal.timeout(deadlineMs)
  const context = { key: delivery.key, attempt: delivery.attempts, now, signal }
  const { outcome, provider, to } = await perform(payload, composed, context)
  const settlement = settlementOf(outcome, delivery)
  await settleDelivery(req, delivery, { ...settlement, provider, to })
  return settlement.state === 'failed' ? (settlement.retryAfterSeconds ?? 0) : null
}
