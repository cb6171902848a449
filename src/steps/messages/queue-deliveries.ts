import type { PayloadRequest } from 'payload'
import type { QueuedDelivery } from '../../database/messages/deliveries.ts'
import { insertJobs } from '../../database/messages/job-queue.ts'
import { orderKeyOf, priorityOf } from '../../domain/messages/delivery-job.ts'

/** The queue whose jobs each name one row of the ledger. */
export const deliveriesQueue = 'deliveries'

/**
 * A job for each row, in the request's transaction, due now or `startAfter` seconds later. False in
 * a process without a queue.
 */
export const queueDeliveries = (
  req: PayloadRequest,
  rows: QueuedDelivery[],
  { startAfter }: { startAfter?: number | undefined } = {},
): Promise<boolean> =>
  insertJobs(
    req,
    deliveriesQueue,
    rows.map((row) => ({
      data: { id: row.id },
      singletonKey: orderKeyOf(row),
      priority: priorityOf(row),
      ...(startAfter !== undefined && { startAfter }),
    })),
  )
