import type { PayloadRequest } from 'payload'

const given = new WeakMap<PayloadRequest, Map<string, unknown>>()

/**
 * Runs the rules over documents that have been read together: whoever asks for one of them under
 * its key is given it. The caller keeps what is given equal to what is stored.
 */
export const withPreloaded = async <Result>(
  req: PayloadRequest,
  entries: Iterable<[key: string, value: unknown]>,
  work: () => Promise<Result>,
): Promise<Result> => {
  const before = given.get(req)
  given.set(req, new Map([...(before ?? []), ...entries]))
  try {
    return await work()
  } finally {
    if (before) given.set(req, before)
    else given.delete(req)
  }
}

export const preloadedOf = <Value>(req: PayloadRequest, key: string): Value | undefined =>
  given.get(req)?.get(key) as Value | undefined
