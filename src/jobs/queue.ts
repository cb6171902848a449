import type { Payload } from 'payload'
import { PgBoss } from 'pg-boss'
import { offerJobs } from '../database/messages/job-queue.ts'
import { deliveriesQueue } from '../steps/messages/queue-deliveries.ts'
import { webhookQueue } from '../steps/records/queue-webhook-events.ts'
import { scheduledJobs } from './scheduled-jobs.ts'

export type QueueOptions = {
  payload: Payload
  databaseUrl: string
  /** Connections of the queue's own pool. Default: 4. */
  connections?: number
}

// A job that fails is repeated, never given up: its key would stay blocked. The ledger's own count
// of tries decides when a delivery is dead.
const forever = 100_000

const repeated = {
  notify: true,
  retryLimit: forever,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  deleteAfterSeconds: 3600,
} as const

const createQueues = async (boss: PgBoss): Promise<void> => {
  await boss.createQueue(deliveriesQueue, { policy: 'key_strict_fifo', ...repeated })
  await boss.createQueue(webhookQueue, { policy: 'standard', ...repeated })
  for (const { name } of scheduledJobs) {
    await boss.createQueue(name, {
      policy: 'singleton',
      retryLimit: 0,
      expireInSeconds: 120,
      deleteAfterSeconds: 60,
    })
  }
}

/** Opens pg-boss on the product's database, its schema and queues made where they are missing. */
export async function openQueue(
  { payload, databaseUrl, connections = 4 }: QueueOptions,
  { isWorker }: { isWorker: boolean },
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: connections,
    application_name: isWorker ? 'fieldbook-worker' : 'fieldbook-sender',
    supervise: isWorker,
    schedule: false,
    useListenNotify: isWorker,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  boss.on('error', (error) => payload.logger.error({ err: error, msg: 'queue' }))
  await boss.start()
  await createQueues(boss)
  await boss.getQueue(deliveriesQueue)
  await boss.getQueue(webhookQueue)
  offerJobs(payload, boss)
  return boss
}

/** Lets a process without a worker put jobs into its transactions; `stop` ends that. */
export async function startSender(options: QueueOptions): Promise<{ stop: () => Promise<void> }> {
  const boss = await openQueue({ connections: 1, ...options }, { isWorker: false })
  return {
    stop: async () => {
      offerJobs(options.payload, undefined)
      await boss.stop({ graceful: false })
    },
  }
}
