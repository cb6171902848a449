import { execFileSync } from 'node:child_process'
import pg from 'pg'
import type { Payload } from 'payload'
import { startDatabaseServer } from '../support/database-server.ts'
import { runSql } from '../support/run-sql.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { median, type Sample, sampleOf } from './cpu.ts'

export type Ratio = {
  value: number
  range: [number, number]
  subject: Sample
  anchor: Sample
}

/** The product with a small company, in a database server of the bench's own. */
export type Bench = {
  payload: Payload
  shop: Shop
  url: string
  /** How much work is done: 1 by default, less with `--quick`, more with `--full`. */
  scale: number
  sql: <Row = Record<string, unknown>>(statement: string, values?: unknown[]) => Promise<Row[]>
  /** A request through the application's own door; throws unless it is answered with `status`. */
  ask: (
    method: string,
    path: string,
    options?: { body?: object; status?: number; headers?: Record<string, string> },
  ) => Promise<string>
  /** The same as an answer. */
  send: (
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Response>
  sample: (work: () => Promise<unknown>) => Promise<Sample>
  /** Median of the CPU ratios of interleaved pairs, after one pair that warms up. */
  compare: (input: {
    subject: (run: number) => Promise<unknown>
    anchor: (run: number) => Promise<unknown>
    pairs?: number
    /** How the anchor is counted where it runs in a process of its own. */
    anchorSample?: Bench['sample']
  }) => Promise<Ratio>
  close: () => Promise<void>
}

const medianOf = (samples: Sample[]): Sample => ({
  cpu: median(samples.map((one) => one.cpu)),
  node: median(samples.map((one) => one.node)),
  wall: median(samples.map((one) => one.wall)),
  statements: median(samples.map((one) => one.statements)),
})

export const openBench = async (scale: number): Promise<Bench> => {
  const server = await startDatabaseServer()
  await runSql(server.url, 'create database bench')
  // Helpers of a backend come and go uncounted.
  await runSql(server.url, 'alter system set max_parallel_workers_per_gather = 0')
  await runSql(server.url, 'select pg_reload_conf()')
  const url = new URL(server.url)
  url.pathname = '/bench'
  Object.assign(process.env, { DATABASE_URL: url.href, PAYLOAD_SECRET: 'bench-only' })
  execFileSync(process.execPath, ['tests/support/build-template.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { apiOf } = await import('../../src/server/mount-api.ts')
  const payload = await getPayload({ config })
  const api = apiOf(payload)
  payload.logger.level = 'error'
  const { pool } = payload.db as unknown as { pool: pg.Pool }
  // The server stops under its open connections; that is no failure of the measurement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  pool.options.idleTimeoutMillis = 0
  const watcher = new pg.Client({ connectionString: url.href })
  watcher.on('error', () => undefined)
  await watcher.connect()
  const shop = await openShop(payload)

  const sql: Bench['sql'] = async (statement, values = []) =>
    (await watcher.query(statement, values)).rows as never
  const backends = async () =>
    (
      await sql<{ pid: number }>(
        `select pid from pg_stat_activity where datname = 'bench' and pid <> pg_backend_pid()`,
      )
    ).map(({ pid }) => pid)
  const send: Bench['send'] = (method, path, body, more = {}) =>
    api(
      new Request(`${payload.config.serverURL}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: payload.config.serverURL, ...more },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
  const sample: Bench['sample'] = (work) => sampleOf({ backends }, work)

  return {
    payload,
    shop,
    url: url.href,
    scale,
    sql,
    send,
    sample,
    ask: async (method, path, { body, headers, status = method === 'POST' ? 201 : 200 } = {}) => {
      const answer = await send(method, path, body, headers)
      const text = await answer.text()
      if (answer.status === status) return text
      throw new Error(`${method} ${path} answered ${answer.status} ${text.slice(0, 300)}`)
    },
    compare: async ({ subject, anchor, pairs = 9, anchorSample = sample }) => {
      const found: { subject: Sample; anchor: Sample }[] = []
      for (let run = 0; run <= pairs; run++) {
        const pair = {
          anchor: await anchorSample(() => anchor(run)),
          subject: await sample(() => subject(run)),
        }
        if (run > 0) found.push(pair)
      }
      const ratios = found.map((pair) => pair.subject.cpu / pair.anchor.cpu)
      return {
        value: median(ratios),
        range: [Math.min(...ratios), Math.max(...ratios)],
        subject: medianOf(found.map((pair) => pair.subject)),
        anchor: medianOf(found.map((pair) => pair.anchor)),
      }
    },
    close: async () => {
      await watcher.end().catch(() => undefined)
      await server.stop()
    },
  }
}
