import type { PayloadRequest } from 'payload'
import { inTransaction } from '../../database/in-transaction.ts'
import { insertWebhookEvents } from '../../database/records/webhook-events.ts'
import type { WebhookEvent } from '../../ports/webhook.ts'
import { queueWebhookEvents } from './queue-webhook-events.ts'

/**
 * Stores verified events and queues their handling in one transaction. An event that was stored
 * before changes nothing, however often and wherever it arrives again.
 */
export const receiveWebhook = (
  req: PayloadRequest,
  received: { provider: string; events: readonly WebhookEvent[] },
): Promise<void> =>
  inTransaction(req, async () => {
    await queueWebhookEvents(req, await insertWebhookEvents(req, received))
  })
