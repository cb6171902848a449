import type { Payload, PayloadRequest } from 'payload'

/** One job of the queue: it carries ids alone. */
export type QueuedJob = {
  data: { id: string }
  /** Jobs of the same key run one after another, in the order they were queued. */
  singletonKey: string
  /** The higher goes first. */
  priority?: number
  /** Seconds to wait. */
  startAfter?: number
}

type Executor = { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> }

/** The part of pg-boss that writing a job needs. */
export type JobSender = {
  insert: (queue: string, jobs: QueuedJob[], options?: { db: Executor }) => Promise<unknown>
}

// The server and the panel's bundle load this module once each; the instance is what they share.
const place = Symbol.for('fieldbook.job-sender')

type Client = { query: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> }
type Sessions = Record<string, { db: { session: { client: Client } } } | undefined>

/** Lets the writes of this Payload carry jobs; undefined takes it back. */
export const offerJobs = (payload: Payload, sender: JobSender | undefined): void => {
  Object.assign(payload, { [place]: sender })
}

/**
 * Queues jobs in the request's transaction, so that they exist when and only when it commits.
 * A process without a sender writes none; the sweep finds the rows they would have named. Returns
 * whether there is one.
 */
export const insertJobs = async (
  req: PayloadRequest,
  queue: string,
  jobs: QueuedJob[],
): Promise<boolean> => {
  const sender = (req.payload as unknown as Record<symbol, JobSender | undefined>)[place]
  if (!sender) return false
  if (jobs.length === 0) return true
  const id = await req.transactionID
  const sessions = (req.payload.db as unknown as { sessions?: Sessions }).sessions
  const client = id ? sessions?.[String(id)]?.db.session.client : undefined
  if (!client) {
    await sender.insert(queue, jobs)
    return true
  }
  const executeSql: Executor['executeSql'] = async (text, values) => client.query(text, values)
  await sender.insert(queue, jobs, { db: { executeSql } })
  return true
}
