import { accountOf } from './door/account-of.ts'
import { build } from './build.ts'
import { readEnvironment } from './environment.ts'
import { fillDemo } from './fill-demo.ts'
import { databaseProbe } from './database/database-probe.ts'
import { sharedCounts } from './door/request-counts.ts'
import { openDatabase } from './open-database.ts'
import { createShell } from './shell.ts'
import { lastWordsOf, StartError, stackOf } from './start-error.ts'
import { untilStopped } from './until-stopped.ts'

const startedAt = performance.now()

/** Ends the process with what there is to say about it. */
const end = (error: unknown, port?: number): never => {
  process.stderr.write(`${lastWordsOf(error, port)}\n`)
  process.exit(1)
}
const settings = () => {
  try {
    return readEnvironment()
  } catch (error) {
    return end(error)
  }
}
const environment = settings()
const { dataDir, serverUrl, HOST, PORT } = environment
const say = (line: string) => process.stdout.write(`${line}\n`)
const stops: (() => Promise<void> | void)[] = []

/** What does not stop any more must not keep the process from ending. */
const stopAll = async () => {
  for (const stop of [...stops]) await Promise.resolve(stop()).catch(() => undefined)
}

/** Runs the whole product in this process until it is told to stop. */
const start = async () => {
  const shell = createShell({
    serverUrl,
    trustProxy: environment.TRUST_PROXY,
    tileUrl: environment.MAP_TILE_URL,
    log: (line, error) => process.stderr.write(`${line}\n${stackOf(error)}\n`),
  })
  await new Promise<void>((resolve, reject) => {
    shell.server.once('error', reject).listen(PORT, HOST, resolve)
  })
  stops.unshift(shell.close)

  const database = await openDatabase()
  const databaseUrl = database.url
  stops.push(database.stop)
  database.watch({ say, giveUp: (why) => void stopAll().then(() => end(new StartError(why))) })
  const probe = databaseProbe(databaseUrl)
  const limits = sharedCounts(databaseUrl)
  stops.splice(1, 0, limits.close)
  stops.unshift(probe.close)

  await build(say)
  Object.assign(process.env, { NODE_ENV: 'production' })

  // Imported here: the config reads the settings that have just been found.
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../database/migrate.ts')
  const payload = await getPayload({ config })
  stops.splice(1, 0, () =>
    Promise.race([payload.destroy(), new Promise<void>((r) => setTimeout(r, 1500).unref())]),
  )
  const { closeChangeFeed } = await import('../database/messages/change-feed.ts')
  stops.unshift(() => closeChangeFeed(payload))
  await migrate(payload)
  const { proveRecentHistory } = await import('../database/proof/prove.ts')
  for (const line of await proveRecentHistory(payload)) {
    process.stderr.write(`The history does not add up, see npm run prove. ${line}\n`)
  }
  const demo =
    database.isEmbedded && environment.DEMO === 'on'
      ? await fillDemo(payload, { log: say, dataDir })
      : null

  const [{ apiOf, mountApi }, { mountSite }, { mountPanel }, { pageOrigins }] = await Promise.all([
    import('./mount-api.ts'),
    import('./mount-site.ts'),
    import('./mount-panel.ts'),
    import('./page-origins.ts'),
  ])
  if (environment.WORKER === 'on') {
    const { startWorker } = await import('./worker.ts')
    const worker = await startWorker({ payload, databaseUrl })
    stops.splice(1, 0, worker.stop)
  } else {
    const { startSender } = await import('../jobs/queue.ts')
    stops.splice(1, 0, (await startSender({ payload, databaseUrl })).stop)
  }
  const { startWarmingTravelTimes } = await import('../jobs/scheduling/warm-travel-times.ts')
  stops.unshift(startWarmingTravelTimes(payload).stop)
  const api = apiOf(payload)
  const panel = await mountPanel({ host: HOST, port: PORT })
  stops.splice(1, 0, panel.close)
  shell.open({
    api: mountApi({ api, serverUrl }),
    site: await mountSite({ api }),
    panel: panel.handle,
    mayEmbed: pageOrigins(payload),
    accountOf: accountOf(payload.secret),
    isDatabaseThere: probe.isThere,
    requestCounts: limits.counts,
  })

  for (const line of demo ?? []) say(line)
  say(`\nFieldbook is ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  say(
    `  Site    ${serverUrl}/\n  Panel   ${serverUrl}/admin\n  Widget  ${serverUrl}/demo/widget\n  API     ${serverUrl}/api/app/services`,
  )
  const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
  if (totalDocs === 0) say('No accounts yet: npm run setup -- you@example.org "Your Name"')
  say('Ctrl-C stops everything.')
}

untilStopped(stops, say)
process.on('uncaughtException', (error) => end(error))
await start().catch(async (error: unknown) => {
  await stopAll()
  end(error, PORT)
})
