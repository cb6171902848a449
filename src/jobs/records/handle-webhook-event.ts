import { createLocalReq, type Payload } from 'payload'
import type { Actor } from '../../access/actor.ts'
import {
  type ClaimedEvent,
  claimWebhookEvent,
  type EventSettlement,
  settleWebhookEvent,
} from '../../database/records/webhook-events.ts'
import { webhookOf } from '../../integrations.ts'
import type { Outcome } from '../../ports/outcome.ts'
import type { Handled } from '../../ports/webhook.ts'
import { deadlineMs, jobRequest, leaseSeconds } from '../messages/send-delivery.ts'
import { settlementOf } from '../messages/settlement-of.ts'

const actorOf = (provider: string): Actor => ({
  kind: 'system',
  name: provider,
  permissions: new Set(),
})

/** What a handler says that did not come back, in its time or at all: it may have acted. */
const unknown = (provider: string, message: string): Outcome<never> => ({
  kind: 'unknown',
  detail: { provider, message },
})

const overdue = (provider: string, signal: AbortSignal): Promise<Outcome<never>> =>
  new Promise((resolve) => {
    const end = () => resolve(unknown(provider, 'The handler did not finish in time.'))
    signal.addEventListener('abort', end, { once: true })
  })

const handle = async (payload: Payload, event: ClaimedEvent): Promise<Outcome<Handled>> => {
  const { provider, eventId, type, body, attempts } = event
  const webhook = webhookOf(payload, provider)
  if (!webhook) {
    const message = `No webhook named ${provider} is configured.`
    return { kind: 'permanent', code: 'forbidden', detail: { provider, message } }
  }
  const context = { actor: actorOf(provider), channel: 'webhook' }
  const req = await createLocalReq({ context }, payload)
  const signal = AbortSignal.timeout(deadlineMs)
  const effect = { key: `${provider}:${eventId}`, attempt: attempts, now: Date.now(), signal, req }
  try {
    const handling = webhook.handle({ id: eventId, type, body }, effect)
    return await Promise.race([handling, overdue(provider, signal)])
  } catch (error) {
    payload.logger.error({ err: error, msg: `The handler of ${provider} failed` })
    return unknown(provider, 'The handler failed; the log of the worker says why.')
  }
}

const settlement = (outcome: Outcome<Handled>, event: ClaimedEvent): EventSettlement => {
  if (outcome.kind === 'ok') return { state: outcome.value }
  const { error = null, ...rest } = settlementOf(outcome, event)
  const { retryAfterSeconds } = rest
  if (retryAfterSeconds === undefined) return { state: 'dead', error }
  return { state: 'failed', error, retryAfterSeconds }
}

/**
 * Hands one stored event to its provider's handler if it is due and no other worker has it. Safe to
 * run twice and to be killed anywhere. Returns the seconds until the next try, or null when nothing
 * is left to do.
 */
export async function handleWebhookEvent(
  payload: Payload,
  { id }: { id: string },
): Promise<number | null> {
  const req = await jobRequest(payload)
  const event = await claimWebhookEvent(req, { id, leaseSeconds })
  if (!event) return null
  const settled = settlement(await handle(payload, event), event)
  await settleWebhookEvent(req, event, settled)
  return settled.retryAfterSeconds ?? null
}
