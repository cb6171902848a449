import { refusal } from './refusal.ts'

/**
 * Lets `width` pieces of work run at once; the rest wait their turn, so that a rush queues here and
 * not for a database connection, where it would time out. Callers take turns: one who asks for much
 * waits for it themselves, and anybody else for one piece of theirs at most.
 * @throws {Refusal} busy 503 when more than `waiting` wait already
 */
export const limitConcurrency = ({ width, waiting }: { width: number; waiting: number }) => {
  const queues = new Map<string, (() => void)[]>()
  let running = 0
  let queued = 0

  const enter = (caller: string): Promise<void> => {
    queued += 1
    return new Promise((resolve) => {
      const own = queues.get(caller)
      if (own) own.push(resolve)
      else queues.set(caller, [resolve])
    })
  }
  const release = () => {
    const [first] = queues
    if (!first) {
      running -= 1
      return
    }
    const [caller, own] = first
    const next = own.shift()
    // A map keeps its order: whoever had their turn goes to the end.
    queues.delete(caller)
    if (own.length > 0) queues.set(caller, own)
    queued -= 1
    next?.()
  }
  return async <Result>(work: () => Promise<Result>, caller = ''): Promise<Result> => {
    if (running < width) running += 1
    else {
      if (queued >= waiting) throw refusal(503, 'busy', 'Too much at once. Try again shortly.')
      await enter(caller)
    }
    try {
      return await work()
    } finally {
      release()
    }
  }
}
