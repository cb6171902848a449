import { execFileSync } from 'node:child_process'
import pg from 'pg'
import type { Payload, PayloadRequest } from 'payload'
import { openShop, type Shop, sydney } from '../support/shop.ts'
import { startDatabaseServer } from '../support/database-server.ts'
import { runSql } from '../support/run-sql.ts'

/**
 * What a booking and a slot search cost, in statements, CPU of this process and wall time, beside
 * three plain creates in one transaction, which is the least that a booking has to write
 * (PERFORMANCE §2). Run with `npm run bench`; figures are medians.
 */
const runs = 30

type Sample = { statements: number; cpu: number; wall: number }

let statements = 0
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1
  return query.apply(this, args)
} as never

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const measure = async (work: (run: number) => Promise<unknown>): Promise<Sample> => {
  const samples: Sample[] = []
  for (let run = 0; run < runs + 5; run++) {
    const [before, began] = [process.cpuUsage(), performance.now()]
    statements = 0
    await work(run)
    const used = process.cpuUsage(before)
    const sample = { statements, cpu: (used.user + used.system) / 1000 }
    // The first five warm the process up.
    if (run >= 5) samples.push({ ...sample, wall: performance.now() - began })
  }
  return {
    statements: median(samples.map((one) => one.statements)),
    cpu: median(samples.map((one) => one.cpu)),
    wall: median(samples.map((one) => one.wall)),
  }
}

/** Five starts a day on as many days as the runs need. */
const startOf = (run: number) =>
  sydney(3 + Math.floor(run / 5), `${9 + (run % 5) * 2}:00`.padStart(5, '0'))

const requestTo = async (payload: Payload) => {
  const { handleEndpoints } = await import('payload')
  const { config } = payload
  return async (method: string, path: string, body?: object) => {
    const request = new Request(`${config.serverURL}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: config.serverURL },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await handleEndpoints({ config, request })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.text()
  }
}

/** Three documents of a collection without rules of ours, in one transaction. */
const plainCreates = (payload: Payload) => async (run: number) => {
  const { commitTransaction, createLocalReq, initTransaction } = await import('payload')
  const req: PayloadRequest = await createLocalReq({}, payload)
  await initTransaction(req)
  for (const at of [1, 2, 3]) {
    await payload.create({
      collection: 'calendar-events',
      data: {
        key: `bench-${run}-${at}`,
        title: 'Plain',
        start: new Date().toISOString(),
        end: new Date().toISOString(),
        timezone: 'UTC',
        state: 'confirmed',
      } as never,
      depth: 0,
      req,
      overrideAccess: true,
    })
  }
  await commitTransaction(req)
}

const bench = async (payload: Payload, shop: Shop): Promise<Record<string, Sample>> => {
  const ask = await requestTo(payload)
  const days = new URLSearchParams({
    service: shop.services.direct.slug,
    postcode: '2000',
    from: startOf(0).slice(0, 10),
    to: startOf(65).slice(0, 10),
  })
  const plain = await measure(plainCreates(payload))
  const booking = await measure((run) =>
    ask('POST', '/app/bookings', {
      service: shop.services.direct.slug,
      start: startOf(run),
      address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
      customer: { name: `Bench ${run}`, phone: '0412345678' },
    }),
  )
  const slots = await measure(() => ask('GET', `/app/slots?${days}`))
  return {
    'three plain creates': plain,
    'instant booking': booking,
    'slot search (14 days)': slots,
  }
}

const server = await startDatabaseServer()
try {
  await runSql(server.url, 'create database bench')
  const url = new URL(server.url)
  url.pathname = '/bench'
  Object.assign(process.env, { DATABASE_URL: url.href, PAYLOAD_SECRET: 'bench-only' })
  execFileSync(process.execPath, ['tests/support/build-template.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  payload.logger.level = 'error'
  const { pool } = payload.db as unknown as { pool: pg.Pool }
  // The server stops under its open connections; that is no failure of the measurement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  const results = await bench(payload, await openShop(payload))
  const plain = results['three plain creates']?.cpu ?? 1
  for (const [name, { statements: count, cpu, wall }] of Object.entries(results)) {
    const share = `${(cpu / plain).toFixed(1)}×`
    process.stdout.write(
      `${name.padEnd(24)}${String(count).padStart(4)} statements ${cpu.toFixed(1).padStart(7)} ms CPU ` +
        `${share.padStart(6)} ${wall.toFixed(1).padStart(7)} ms\n`,
    )
  }
} finally {
  await server.stop()
  process.exit()
}
