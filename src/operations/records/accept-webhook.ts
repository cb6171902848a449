import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { DomainError } from '../../domain/domain-error.ts'
import { type Webhook, webhookOf } from '../../integrations.ts'
import type { WebhookCall, WebhookEvent } from '../../ports/webhook.ts'
import { receiveWebhook } from '../../steps/records/receive-webhook.ts'

const mostEvents = 1000

/** Text that the database can hold. */
const storable = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'))
const eventList = z
  .array(z.object({ id: storable.min(1).max(255), type: storable.min(1).max(255), body: storable }))
  .max(mostEvents)

/** What a provider's own code answers; its failure counts as `otherwise` and is for the log. */
const asked = async <Answer>(
  req: PayloadRequest,
  ask: () => Answer | Promise<Answer>,
  otherwise: Answer,
): Promise<Answer> => {
  try {
    return await ask()
  } catch (error) {
    req.payload.logger.error({ err: error, msg: 'A webhook provider could not judge a call' })
    return otherwise
  }
}

const eventsIn = (webhook: Webhook, call: WebhookCall): WebhookEvent[] => {
  const unreadable = 'The events in this call cannot be read. Send them in the documented form.'
  try {
    return eventList.parse(webhook.read(call))
  } catch {
    // A parser's message quotes what it was given.
    throw new DomainError('invalid-input', unreadable)
  }
}

/**
 * Takes one call of a provider: verified, its events stored once, their handling queued. Returns
 * the text to answer where the provider asks for one.
 * @throws {DomainError} not-found 404, bad-signature 401, invalid-input 422
 */
export const acceptWebhook = async (
  req: PayloadRequest,
  { provider, call }: { provider: string; call: WebhookCall },
): Promise<string | null> => {
  const webhook = webhookOf(req.payload, provider)
  if (!webhook) throw new DomainError('not-found', 'No provider of this name calls here.')
  const challenged = await asked(req, () => webhook.challenge?.(call) ?? null, null)
  if (challenged !== null) return challenged
  if (!(await asked(req, () => webhook.verify(call), false))) {
    throw new DomainError(
      'bad-signature',
      'The signature is missing, wrong or too old. Sign the call with the shared secret.',
    )
  }
  await receiveWebhook(req, { provider, events: eventsIn(webhook, call) })
  return null
}
