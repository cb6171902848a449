import { createLocalReq } from 'payload'
import { migrate } from '../src/database/migrate.ts'
import { mendOverlaps } from '../src/operations/scheduling/mend-overlaps.ts'
import { withPayload } from './with-payload.ts'

/** Ends overlaps that keep the product from starting, then brings the schema up to date. */
export const mendDatabase = (): Promise<void> =>
  withPayload(async (payload) => {
    const actor = { kind: 'system', name: 'Doctor', permissions: new Set<never>() }
    const req = await createLocalReq({ context: { channel: 'job', actor } }, payload)
    const lines = await mendOverlaps(req)
    for (const line of lines) process.stdout.write(`${line}\n`)
    if (lines.length === 0) process.stdout.write('Nobody is in two places at once.\n')
    await migrate(payload)
  })
