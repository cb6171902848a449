/**
 * The SQLSTATE of a database error, however deep drizzle wrapped it; undefined for other errors.
 * Recognised by `code`, because classes may be loaded twice (DESIGN §3).
 */
export function postgresCode(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause && depth < 6; depth++) {
    if (typeof cause !== 'object') return undefined
    const { code, cause: next } = cause as { code?: unknown; cause?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
    cause = next
  }
  return undefined
}

/** What the driver itself said, however deep it was wrapped. */
export function innermostMessage(error: unknown): string {
  let found = error as { message?: string; cause?: unknown } | undefined
  for (let depth = 0; depth < 6 && found?.cause instanceof Error; depth++) found = found.cause
  return found?.message ?? ''
}
