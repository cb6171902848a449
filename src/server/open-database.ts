import pg from 'pg'
import { type Database, startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { readEnvironment } from './environment.ts'
import { StartError } from './start-error.ts'
import { keepSecret } from './keep-secret.ts'

const missingDatabase = '3D000'

/** @throws {StartError} when no connection can be opened; a missing database is made later */
const assertReachable = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === missingDatabase) return
    const { host } = new URL(url)
    throw new StartError(
      `The database at ${host} cannot be reached (${message || code}). See that it runs and that DATABASE_URL is right.`,
    )
  }
}

/**
 * Settles which database this process works on, `DATABASE_URL` or the embedded one, and puts what
 * the config reads into the environment. `stop` ends an embedded server; it does nothing when `DATABASE_URL` is set.
 */
export const openDatabase = async (): Promise<Database & { isEmbedded: boolean }> => {
  const environment = readEnvironment()
  const { dataDir, DATABASE_URL, PAYLOAD_SECRET, PORT, serverUrl } = environment
  const embedded = DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir })
  const url = DATABASE_URL ?? embedded?.url ?? ''
  if (DATABASE_URL) await assertReachable(DATABASE_URL)
  Object.assign(process.env, {
    DATABASE_URL: url,
    PAYLOAD_SECRET: PAYLOAD_SECRET ?? keepSecret(dataDir),
    SERVER_URL: serverUrl,
    PORT: String(PORT),
  })
  const stop = embedded?.stop ?? (() => Promise.resolve())
  const watch = embedded?.watch ?? (() => undefined)
  const wasRunning = embedded?.wasRunning ?? true
  return { url, stop, watch, wasRunning, isEmbedded: embedded !== null }
}
