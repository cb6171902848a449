import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import { databaseProbe } from '../../src/server/database/database-probe.ts'
import { apiOf, mountApi } from '../../src/server/mount-api.ts'
import { createShell } from '../../src/server/shell.ts'
import { startWorker } from '../../src/server/worker.ts'

/** The product's API and its worker in a process of their own, on the port that is its argument. */
const port = Number(process.argv[2])
const databaseUrl = process.env['DATABASE_URL'] ?? ''
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
  // Every caller is somebody else, so that no limit slows the traffic of a test.
  accountOf: () => randomUUID(),
  isDatabaseThere: databaseProbe(databaseUrl).isThere,
})
shell.server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'))
