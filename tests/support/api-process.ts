import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import { accountOf } from '../../src/server/door/account-of.ts'
import { sharedCounts } from '../../src/server/door/request-counts.ts'
import { databaseProbe } from '../../src/server/database/database-probe.ts'
import { apiOf, mountApi } from '../../src/server/mount-api.ts'
import { createShell } from '../../src/server/shell.ts'
import { startWorker } from '../../src/server/worker.ts'

/** The product's API and its worker in a process of their own, on the port that is its argument. */
const port = Number(process.argv[2])
const databaseUrl = process.env['DATABASE_URL'] ?? ''
const hasLimits = process.env['LIMITS'] === 'on'
const serverUrl = `http://127.0.0.1:${port}`
const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config })
const shell = createShell({ serverUrl, trustProxy: 'loopback', log: () => undefined })
const nothing = () => undefined
await startWorker({ payload, databaseUrl })
shell.open({
  api: mountApi({ api: apiOf(payload), serverUrl }),
  panel: nothing,
  site: nothing,
  mayEmbed: async () => false,
  // Unless it is about limits, every caller of a test is somebody else.
  accountOf: hasLimits ? accountOf(payload.secret) : () => randomUUID(),
  ...(hasLimits && { requestCounts: sharedCounts(databaseUrl).counts }),
  isDatabaseThere: databaseProbe(databaseUrl).isThere,
})
shell.server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'))
