import { getPayload } from 'payload'
import config from '../../payload.config.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createPeople } from './people.ts'

const payload = await getPayload({ config })
await migrate(payload)
await createPeople(payload)
process.exit(0)
