import { sql } from 'drizzle-orm'
import type { Payload } from 'payload'
import { insertJobs } from '../../database/messages/job-queue.ts'
import { query } from '../../database/query.ts'
import { deliveriesQueue } from '../../steps/messages/enqueue-deliveries.ts'
import { jobRequest, leaseSeconds } from './send-delivery.ts'

const graceSeconds = 5
const batch = 500

/**
 * Queues a job for every due row of the ledger that has none: written by a process without a
 * queue, restored from a backup, or left behind by a worker that died. Returns how many.
 */
export async function sweepDeliveries(payload: Payload): Promise<number> {
  const req = await jobRequest(payload)
  const rows = await query<{ id: string; booking: string | null }>(
    req,
    sql`select delivery.id, delivery.booking_id as booking from deliveries delivery
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
  const jobs = rows.map(({ id, booking }) => ({ data: { id }, singletonKey: booking ?? id }))
  await insertJobs(req, deliveriesQueue, jobs)
  return jobs.length
}
