/**
 * The SQLSTATE of a database error, however deep drizzle wrapped it; undefined for other errors.
 * Recognised by `code`, because classes may be loaded twice.
 */
export function postgresCode(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause && depth < 6; depth++) {
    if (typeof cause !== 'object') return undefined
    const { code, cause: next } = cause as { code?: unknown; cause?: unknown }
    if (typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return code
    cause = next
  }
  return undefined
}

/** The database ends a connection: shutdown, crash, start, idle for too long, too many of them. */
const endingStates = new Set(['25P03', '57P01', '57P02', '57P03', '53300'])
const networkCodes = new Set([
  ...['EAI_AGAIN', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'],
  ...['EPIPE', 'ETIMEDOUT'],
])

/** How the driver says that a connection ended under a statement, never came about, or is given no more. */
const driverWords =
  /^(Connection terminated|Cannot use a pool after calling end|Client has encountered a connection error|Client was closed|Query read timeout|connect E[A-Z]+|(read|write) E[A-Z]+)/

/**
 * Whether the connection to the database ended, or could not be opened, before an answer came.
 * Whether the statement took effect is then unknown.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = postgresCode(error)
  if (state) return state.startsWith('08') || endingStates.has(state)
  for (let cause = error, depth = 0; cause && depth < 6; depth++) {
    if (typeof cause !== 'object') return false
    const {
      code,
      message,
      cause: next,
    } = cause as { code?: unknown; message?: unknown; cause?: unknown }
    if (typeof code === 'string' && networkCodes.has(code)) return true
    if (typeof message === 'string' && driverWords.test(message)) return true
    cause = next
  }
  return false
}
