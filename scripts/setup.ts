import { createLocalReq } from 'payload'
import { z } from 'zod'
import { migrate } from '../src/database/migrate.ts'
import { createFirstAdmin } from '../src/operations/people/create-first-admin.ts'
import { withPayload } from './with-payload.ts'

const [email = '', name = 'Administrator'] = process.argv.slice(2)
if (!z.email().safeParse(email).success) {
  process.stderr.write(`Say who administers: npm run setup -- you@example.org "Your Name"\n`)
  process.exit(1)
}

await withPayload(async (payload) => {
  await migrate(payload)
  const actor = { kind: 'system', name: 'Setup', permissions: new Set<never>() }
  const req = await createLocalReq({ context: { channel: 'seed', actor } }, payload)
  const link = await createFirstAdmin(req, { email, name, now: Date.now() })
  process.stdout.write(`With the product running, set your password within a day:\n${link}\n`)
})
