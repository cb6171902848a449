import { refusal } from './refusal.ts'

/**
 * Lets `width` pieces of work run at once; the rest wait their turn, so that a rush queues here and
 * not for a database connection, where it would time out.
 * @throws {Refusal} busy 503 when more than `waiting` wait already
 */
export const limitConcurrency = ({ width, waiting }: { width: number; waiting: number }) => {
  const queue: (() => void)[] = []
  let running = 0
  const release = () => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < width) running += 1
    else {
      if (queue.length >= waiting)
        throw refusal(503, 'busy', 'Too much at once. Try again shortly.')
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    try {
      return await work()
    } finally {
      release()
    }
  }
}
