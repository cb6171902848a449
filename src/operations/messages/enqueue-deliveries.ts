import type { PayloadRequest } from 'payload'
import { insertDeliveries } from '../../database/deliveries.ts'
import { insertJobs } from '../../database/job-queue.ts'
import type { DeliveryRow } from '../../domain/messages/events.ts'

/** The queue whose jobs each name one row of the ledger. */
export const deliveriesQueue = 'deliveries'

/**
 * Queues effects in the request's transaction: rows of the ledger by one statement and a job for
 * each, one after another per booking. A key that was queued before is left alone.
 */
export async function enqueueDeliveries(req: PayloadRequest, rows: DeliveryRow[]): Promise<void> {
  const added = await insertDeliveries(req, rows)
  const jobs = added.map(({ id, booking }) => ({ data: { id }, singletonKey: booking ?? id }))
  await insertJobs(req, deliveriesQueue, jobs)
}

/** Queues one effect; see `enqueueDeliveries`. */
export const enqueueDelivery = (req: PayloadRequest, row: DeliveryRow): Promise<void> =>
  enqueueDeliveries(req, [row])
