import type { PayloadRequest } from 'payload'

const open = new WeakMap<PayloadRequest, Map<string, Promise<unknown>>>()

/**
 * Runs a command during which what was read once is not read again: `remembered` keeps it until
 * the command ends. For commands that change nothing of what they remember.
 */
export const withRequestCache = async <Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (open.has(req)) return work()
  open.set(req, new Map())
  try {
    return await work()
  } finally {
    open.delete(req)
  }
}

/** The value under `key`, read by `load` at the first asking; outside of a command, every time. */
export const cached = <Value>(
  req: PayloadRequest,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> => {
  const scratch = open.get(req)
  const known = scratch?.get(key) as Promise<Value> | undefined
  if (known) return known
  const loading = load()
  scratch?.set(key, loading)
  return loading
}

/** Puts a value there that the command has made itself. */
export const setCached = (req: PayloadRequest, key: string, value: unknown): void => {
  open.get(req)?.set(key, Promise.resolve(value))
}
