import { type Database, startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { readEnvironment } from './environment.ts'
import { keepSecret } from './keep-secret.ts'

/**
 * Settles which database this process works on, `DATABASE_URL` or the embedded one, and puts what
 * the config reads into the environment. `stop` ends an embedded server; it is none of ours otherwise.
 */
export const openDatabase = async (): Promise<Database & { isEmbedded: boolean }> => {
  const environment = readEnvironment()
  const { dataDir, DATABASE_URL, PAYLOAD_SECRET, PORT, serverUrl } = environment
  const embedded = DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir })
  const url = DATABASE_URL ?? embedded?.url ?? ''
  Object.assign(process.env, {
    DATABASE_URL: url,
    PAYLOAD_SECRET: PAYLOAD_SECRET ?? keepSecret(dataDir),
    SERVER_URL: serverUrl,
    PORT: String(PORT),
  })
  const stop = embedded?.stop ?? (() => Promise.resolve())
  return { url, stop, wasRunning: embedded?.wasRunning ?? true, isEmbedded: embedded !== null }
}
