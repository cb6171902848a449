import { migrate } from '../src/database/migrate.ts'
import { withPayload } from './with-payload.ts'

await withPayload(async (payload) => {
  await migrate(payload)
  process.stdout.write('The schema is up to date.\n')
})
