import { refusal } from './refusal.ts'

type Waiting = { start: () => void; refuse: (why: Error) => void }

const busy = () => refusal(503, 'busy', 'Too much at once. Try again shortly.')

/** The pieces of work that wait, by caller; whose turn it is comes first. */
type Queues = Map<string, Waiting[]>

/**
 * Makes room for a piece of `caller` in a full queue: refuses the newest piece of the caller who has
 * most waiting, so that nobody keeps others out by asking for much. False where that would leave the
 * caller with as many as they have.
 */
const makeRoom = (queues: Queues, caller: string): boolean => {
  const own = queues.get(caller)?.length ?? 0
  const [longest] = [...queues.values()].toSorted((one, other) => other.length - one.length)
  if (!longest || longest.length <= own + 1) return false
  longest.pop()?.refuse(busy())
  return true
}

/**
 * Lets `width` pieces of work run at once; the rest wait their turn, so that a rush queues here and
 * not for a database connection, where it would time out. Callers take turns: one who asks for much
 * waits for it themselves, and anybody else for one piece of theirs at most. Once more than `waiting`
 * wait, pieces of the caller who has most waiting are refused, in favour of callers with fewer.
 * @throws {Refusal} busy 503
 */
export const limitConcurrency = ({ width, waiting }: { width: number; waiting: number }) => {
  const queues: Queues = new Map()
  let running = 0
  let queued = 0

  const enter = (caller: string): Promise<void> => {
    if (queued < waiting) queued += 1
    else if (!makeRoom(queues, caller)) throw busy()
    return new Promise((start, refuse) => {
      const own = queues.get(caller)
      if (own) own.push({ start, refuse })
      else queues.set(caller, [{ start, refuse }])
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
    next?.start()
  }
  return async <Result>(work: () => Promise<Result>, caller = ''): Promise<Result> => {
    if (running < width) running += 1
    else await enter(caller)
    try {
      return await work()
    } finally {
      release()
    }
  }
}
