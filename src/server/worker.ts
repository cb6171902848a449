import { fileURLToPath } from 'node:url'
import { getPayload, type Payload } from 'payload'
import { offerJobs } from '../database/messages/job-queue.ts'
import { openQueue } from '../jobs/queue.ts'
import { sweepDeliveries } from '../jobs/messages/sweep-deliveries.ts'
import { scheduledJobs } from '../jobs/scheduled-jobs.ts'
import { type DeliveryWorkOptions, workDeliveries } from '../jobs/messages/work-deliveries.ts'
import { workWebhookEvents } from '../jobs/records/work-webhook-events.ts'
import { sweepWebhookEvents } from '../jobs/records/sweep-webhook-events.ts'
import { startCron } from './cron.ts'

export type WorkerOptions = {
  payload: Payload
  /** The product's own database. */
  databaseUrl: string
} & Pick<DeliveryWorkOptions, 'concurrency' | 'pollSeconds'>

/**
 * Runs deliveries and ticks until `stop`, which lets what is under way finish (10 s at most). The
 * queue's schema is made here; rows that were written before there was one are swept up.
 */
export async function startWorker({
  payload,
  databaseUrl,
  ...lanes
}: WorkerOptions): Promise<{ stop: () => Promise<void> }> {
  const boss = await openQueue({ payload, databaseUrl }, { isWorker: true })
  await workDeliveries({ boss, payload, ...lanes })
  await workWebhookEvents({ boss, payload, pollSeconds: lanes.pollSeconds })
  const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 }
  for (const { name, run } of scheduledJobs) {
    await boss.work(name, polling, async () => {
      await run(payload)
    })
  }
  await sweepDeliveries(payload)
  await sweepWebhookEvents(payload)
  // New clock rules come with a new runtime, so now.
  await boss.send('follow-zones', {}, { singletonKey: 'follow-zones', singletonSeconds: 5 })
  const clock = startCron(boss)
  return {
    stop: async () => {
      await clock.stop()
      offerJobs(payload, undefined)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

const runAlone = async () => {
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  const databaseUrl = process.env['DATABASE_URL'] ?? ''
  const worker = await startWorker({ payload, databaseUrl })
  payload.logger.info('Worker is ready.')
  const end = async () => {
    await worker.stop()
    await payload.destroy()
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runAlone()
