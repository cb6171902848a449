import type { Payload } from 'payload'
import { openDatabase } from '../src/server/open-database.ts'

/** Runs `work` on the product's database, which is started for it where it is the embedded one. */
export const withPayload = async (work: (payload: Payload) => Promise<void>): Promise<void> => {
  const database = await openDatabase()
  let status = 0
  try {
    const { getPayload } = await import('payload')
    const { default: config } = await import('../payload.config.ts')
    await work(await getPayload({ config }))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    status = 1
  }
  if (!database.wasRunning) await database.stop()
  process.exit(status)
}
