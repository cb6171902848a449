import { setTimeout as pause } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { commitTransaction, initTransaction, killTransaction } from 'payload'
import { postgresCode } from './errors.ts'

/**
 * Deadlock and serialisation failure: the database asks for another try. A value that somebody else
 * has just written under a unique index is seen by the next try, whose rules decide about it.
 */
const retryable = new Set(['40P01', '40001', '23505'])
const mostRetries = 3

/**
 * Runs `work` in one transaction of `req`. Joins a transaction that is already open; otherwise
 * opens, commits or rolls back its own and repeats it up to three times, or `retries` times, after
 * 40P01, 40001 and 23505.
 */
export async function inTransaction<Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
  { retries = mostRetries }: { retries?: number } = {},
): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    const isOwner = await initTransaction(req).catch((error: unknown) => {
      // What could not be begun must not stand in the way of what the caller does about it.
      delete req.transactionID
      throw error
    })
    try {
      const result = await work()
      if (isOwner) await commitTransaction(req)
      return result
    } catch (error) {
      if (!isOwner) throw error
      await killTransaction(req)
      if (attempt >= retries || !retryable.has(postgresCode(error) ?? '')) throw error
      await pause(10 * 2 ** attempt + Math.random() * 20)
    }
  }
}
