import type { Payload } from 'payload'
import {
  deleteOldWebhookEvents,
  strandedWebhookEvents,
} from '../../database/records/webhook-events.ts'
import { queueWebhookEvents, webhookQueue } from '../../steps/records/queue-webhook-events.ts'
import { jobRequest, leaseSeconds } from '../messages/send-delivery.ts'

const graceSeconds = 5
const limit = 500

/** Longer than any provider repeats an event: a repeat is recognised by its row. */
const keptDays = 30

/**
 * Queues a job for every due event that has none: stored by a process without a queue, or left
 * behind by a worker that died. Returns how many.
 */
export async function sweepWebhookEvents(payload: Payload): Promise<number> {
  const req = await jobRequest(payload)
  const given = { queue: webhookQueue, leaseSeconds, graceSeconds, limit }
  let queued = 0
  for (;;) {
    const ids = await strandedWebhookEvents(req, given)
    if (!(await queueWebhookEvents(req, ids))) return queued
    queued += ids.length
    if (ids.length < limit) return queued
  }
}

/** Deletes handled events, whose bodies may name people, once no provider repeats them any more. */
export const deleteHandledWebhookEvents = async (payload: Payload): Promise<void> =>
  deleteOldWebhookEvents(await jobRequest(payload), keptDays)
