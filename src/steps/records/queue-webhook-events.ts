import type { PayloadRequest } from 'payload'
import { insertJobs } from '../../database/messages/job-queue.ts'

/** The queue whose jobs each name one stored webhook event. */
export const webhookQueue = 'webhook-events'

/** A job for each event, in the request's transaction. False in a process without a queue. */
export const queueWebhookEvents = (req: PayloadRequest, ids: string[]): Promise<boolean> =>
  insertJobs(
    req,
    webhookQueue,
    ids.map((id) => ({ data: { id }, singletonKey: id })),
  )
