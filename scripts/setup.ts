import { createLocalReq } from 'payload'
import { migrate } from '../src/database/migrate.ts'
import { readEmail } from '../src/domain/people/email.ts'
import { createFirstAdmin } from '../src/operations/people/create-first-admin.ts'
import { withPayload } from './with-payload.ts'

const [typed = '', name = 'Administrator'] = process.argv.slice(2)
const email = readEmail(typed)
if (email === null) {
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
