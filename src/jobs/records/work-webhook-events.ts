import type { Payload } from 'payload'
import type { JobResult, PgBoss } from 'pg-boss'
import { webhookQueue } from '../../steps/records/queue-webhook-events.ts'
import { handleWebhookEvent } from './handle-webhook-event.ts'

type Job = { id: string; data: { id: string } }
type Options = { payload: Payload; boss: PgBoss; pollSeconds?: number | undefined }

const batchSize = 4

const work = async ({ payload, boss }: Options, { id: job, data: { id } }: Job) => {
  try {
    const wait = await handleWebhookEvent(payload, { id })
    if (wait !== null) {
      const startAfter = Math.ceil(wait) + 1
      await boss.insert(webhookQueue, [{ data: { id }, singletonKey: id, startAfter }])
    }
    return { id: job, status: 'completed' } satisfies JobResult
  } catch (error) {
    payload.logger.error({ err: error, msg: 'webhook event' })
    const output = { message: (error as Error).message }
    return { id: job, status: 'failed', output } satisfies JobResult
  }
}

/** Hands stored webhook events to their handlers as they are queued, several at the same time. */
export const workWebhookEvents = async (options: Options): Promise<void> => {
  const { boss, pollSeconds = 1 } = options
  const lane = {
    batchSize,
    perJobResults: true,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
  } as const
  await boss.work<{ id: string }>(webhookQueue, lane, (jobs) =>
    Promise.all(jobs.map((job) => work(options, job))),
  )
}
