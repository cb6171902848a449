import type { PayloadRequest } from 'payload'

/** The named command that is running, such as `cancel-booking`; undefined for a plain save. */
export const commandOf = (req: PayloadRequest): string | undefined =>
  req.context?.command as string | undefined

/**
 * Runs `fn` as a named command. Row filters and the guards stay in force; fields that the
 * caller may set through the command alone become writable, and the history names it.
 */
export const asCommand = async <Result>(
  req: PayloadRequest,
  command: string,
  fn: () => Promise<Result>,
): Promise<Result> => {
  const before = req.context
  req.context = { ...before, command }
  try {
    return await fn()
  } finally {
    req.context = before
  }
}
