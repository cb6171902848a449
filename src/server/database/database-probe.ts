import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const connectMs = 900

const healthClient = (connectionString: string) =>
  new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectMs,
    query_timeout: connectMs,
    application_name: 'fieldbook-health',
  })

/**
 * Asks whether the database answers, over a connection of its own, so that a busy pool does not
 * look like a database that is away. Everybody who asks meanwhile gets the same answer.
 */
export const databaseProbe = (url: string, { timeoutMs = 1500 } = {}) => {
  let client: pg.Client | undefined
  let asking: Promise<boolean> | undefined

  const close = () => {
    const gone = client
    client = undefined
    return gone?.end().catch(() => undefined)
  }
  const connect = async () => {
    const fresh = healthClient(url)
    fresh.on('error', () => void close())
    await fresh.connect()
    client = fresh
    return fresh
  }
  const ask = async (): Promise<boolean> => {
    // One that was open may have ended since; only a new one says that the database is away.
    for (const isNew of client ? [false, true] : [true]) {
      try {
        await (client ?? (await connect())).query('select 1')
        return true
      } catch {
        void close()
        if (isNew) return false
      }
    }
    return false
  }
  return {
    isThere: (): Promise<boolean> => {
      const late = pause(timeoutMs, false, { ref: false })
      asking ??= Promise.race([ask(), late]).finally(() => {
        asking = undefined
      })
      return asking
    },
    close,
  }
}
