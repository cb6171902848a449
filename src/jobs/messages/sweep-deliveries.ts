import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import type { QueuedDelivery } from '../../database/messages/deliveries.ts'
import { query } from '../../database/query.ts'
import { deliveriesQueue, queueDeliveries } from '../../steps/messages/queue-deliveries.ts'
import { jobRequest, leaseSeconds } from './send-delivery.ts'

const graceSeconds = 5
const batch = 500

/**
 * Queues a job for every due row of the ledger that has none: written by a process without a
 * queue, restored from a backup, or left behind by a worker that died. Returns how many;
 * a process without a queue leaves them to others.
 */
export async function sweepDeliveries(payload: Payload): Promise<number> {
  const req = await jobRequest(payload)
  let queued = 0
  for (;;) {
    const rows = await query<QueuedDelivery>(
      req,
      sql`select delivery.id, delivery.booking_id as booking, delivery.channel, delivery.event,
          delivery.subject_id as "subjectId", delivery.recipient_kind as "recipientKind",
          delivery.payload->>'recipient' as recipient
        from deliveries delivery
        where ((delivery.state in ('pending', 'failed')
              and coalesce(delivery.not_before, delivery.created_at)
                < now() - ${graceSeconds} * interval '1 second')
            or (delivery.state = 'sending'
              and delivery.updated_at < now() - ${leaseSeconds} * interval '1 second'))
          and not exists (select 1 from pgboss.job job where job.name = ${deliveriesQueue}
            and job.state in ('created', 'retry', 'active')
            and job.data->>'id' = delivery.id::text)
        order by delivery.created_at, delivery.id limit ${batch}`,
    )
    if (!(await queueDeliveries(req, rows))) return queued
    queued += rows.length
    if (rows.length < batch) return queued
  }
}
