import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { databaseProbe } from './database/database-probe.ts'
import { accountOf } from './door/account-of.ts'
import { sharedCounts } from './door/request-counts.ts'
import { readEnvironment, root } from './environment.ts'
import { fillDemo } from './fill-demo.ts'
import { openDatabase } from './open-database.ts'
import { createShell } from './shell.ts'
import { stackOf } from './start-error.ts'
import { untilStopped } from './until-stopped.ts'

const environment = readEnvironment()
const { serverUrl, HOST, PORT } = environment
const say = (line: string) => process.stdout.write(`${line}\n`)
const stops: (() => Promise<void> | void)[] = []

/** Everything of `npm start` with both hot reloads: the panel by Next, the site by Astro. */
const start = async () => {
  const shell = createShell({
    serverUrl,
    trustProxy: environment.TRUST_PROXY,
    log: (line, error) => process.stderr.write(`${line}\n${stackOf(error)}\n`),
    isDev: true,
  })
  const database = await openDatabase()
  stops.push(database.stop)
  await new Promise<void>((resolve) => shell.server.listen(PORT, HOST, resolve))

  // Next keeps its own upgrade listener on this stand-in; the real server hands upgrades on.
  const standIn = createServer()
  const app = next({ dev: true, dir: root, hostname: HOST, port: PORT, httpServer: standIn })
  await app.prepare()
  shell.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (req.url?.startsWith('/_next/')) standIn.emit('upgrade', req, socket, head)
  })

  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../database/migrate.ts')
  const { apiOf, mountApi } = await import('./mount-api.ts')
  const { pageOrigins } = await import('./page-origins.ts')
  const { startWorker } = await import('./worker.ts')
  const payload = await getPayload({ config })
  const { closeChangeFeed } = await import('../database/messages/change-feed.ts')
  stops.unshift(() => closeChangeFeed(payload))
  await migrate(payload)
  const demo =
    database.isEmbedded && environment.DEMO === 'on'
      ? await fillDemo(payload, { log: say, dataDir: environment.dataDir })
      : null
  const worker = await startWorker({ payload, databaseUrl: database.url })
  stops.unshift(worker.stop)

  const api = apiOf(payload)
  const { dev } = await import('astro')
  // Astro's own dev server takes no locals, so the site's middleware finds the application here.
  Object.assign(globalThis, { [Symbol.for('fieldbook.api')]: api })
  const site = await dev({ root: `${root}/site`, logLevel: 'warn' })
  stops.unshift(() => site.stop())
  const handle = app.getRequestHandler()
  shell.open({
    api: mountApi({ api, serverUrl }),
    panel: async (req, res) => handle(req, res),
    site: (req, res) => site.handle(req, res),
    mayEmbed: pageOrigins(payload),
    accountOf: accountOf(payload.secret),
    isDatabaseThere: databaseProbe(database.url).isThere,
    requestCounts: sharedCounts(database.url).counts,
  })
  for (const line of demo ?? []) say(line)
  say(`\nReady for changes: ${serverUrl}/ and ${serverUrl}/admin`)
}

untilStopped(stops, say)
await start()
