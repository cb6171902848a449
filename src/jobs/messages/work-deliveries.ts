import type { Payload } from 'payload'
import type { JobResult, PgBoss } from 'pg-boss'
import { priorities } from '../../domain/messages/delivery-job.ts'
import { deliveriesQueue } from '../../steps/messages/queue-deliveries.ts'
import { sendDelivery } from './send-delivery.ts'

type Job = { id: string; data: { id: string } }

/** Deliveries of one fetch, sent at the same time. More of them wait for the slowest one. */
const batchSize = 4

export type DeliveryWorkOptions = {
  payload: Payload
  boss: PgBoss
  /** Batches under way at once, besides the one kept free for urgent mail. Default: 2. */
  concurrency?: number | undefined
  /** Longest time until a job is found of which no notification came. Default: 1. */
  pollSeconds?: number | undefined
}

const deliver = async (
  { boss, payload }: DeliveryWorkOptions,
  { id: job, data: { id } }: Job,
): Promise<JobResult> => {
  try {
    const wait = await sendDelivery(payload, { id })
    if (wait !== null) {
      const startAfter = Math.ceil(wait) + 1
      await boss.insert(deliveriesQueue, [
        { data: { id }, singletonKey: `retry:${id}`, startAfter },
      ])
    }
    return { id: job, status: 'completed' }
  } catch (error) {
    payload.logger.error({ err: error, msg: 'delivery' })
    return { id: job, status: 'failed', output: { message: (error as Error).message } }
  }
}

/**
 * Sends what is queued, urgent mail first, until nothing is left: who has found something looks
 * again at once and wakes the others, so that no backlog waits for notifications or polls. One lane
 * takes urgent mail alone, however slow a provider is with the rest.
 */
export const workDeliveries = async (options: DeliveryWorkOptions): Promise<void> => {
  const { boss, concurrency = 2, pollSeconds = 1 } = options
  const lanes: string[] = []
  const send = (jobs: Job[]): Promise<JobResult[]> => {
    for (const lane of lanes) boss.notifyWorker(lane)
    return Promise.all(jobs.map((job) => deliver(options, job)))
  }
  const open = async (only: { minPriority?: number }) => {
    const lane = {
      ...only,
      batchSize,
      perJobResults: true,
      pollingIntervalSeconds: pollSeconds,
      notifyPollingIntervalSeconds: pollSeconds,
    } as const
    lanes.push(await boss.work<{ id: string }>(deliveriesQueue, lane, send))
  }
  await open({ minPriority: priorities.customer })
  for (let at = 0; at < concurrency; at++) await open({})
}
