import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sharedCounts } from '../../../src/server/door/request-counts.ts'
import { type App, startApp } from '../../support/app.ts'
import { freePort } from '../../support/free-port.ts'
import { signIn } from '../../support/sign-in.ts'
import { runSql } from '../../support/run-sql.ts'
import { type ApiProcess, startApiProcess } from '../../support/start-api-process.ts'

let app: App
let processes: ApiProcess[] = []

beforeAll(async () => {
  app = await startApp()
  const start = async () =>
    startApiProcess(
      { port: await freePort(), databaseUrl: app.url },
      { LIMITS: 'on', WORKER: 'off' },
    )
  processes = await Promise.all([start(), start()])
}, 120_000)
afterAll(async () => {
  await Promise.all(processes.map(({ kill }) => kill()))
  await app.stop()
})

type Asked = { method: string; path: string; from: string; headers?: Record<string, string> }

/** The statuses of `count` requests, every other one to the other process. */
const ask = async (count: number, { method, path, from, headers }: Asked): Promise<number[]> => {
  const statuses: number[] = []
  while (statuses.length < count) {
    const some = Array.from({ length: Math.min(20, count - statuses.length) }, async (_, at) => {
      const url = processes[at % 2]?.url ?? ''
      const answer = await fetch(url + path, {
        method,
        headers: { 'x-forwarded-for': from, 'content-type': 'application/json', ...headers },
        ...(method === 'POST' && { body: '{}' }),
      })
      return answer.status
    })
    statuses.push(...(await Promise.all(some)))
  }
  return statuses
}

const letThrough = async (count: number, asked: Asked): Promise<number> =>
  (await ask(count, asked)).filter((status) => status !== 429).length

const writing = { method: 'POST', path: '/api/app/nothing' }

test('two processes count the writings of a visitor together', async () => {
  expect(await letThrough(300, { ...writing, from: '10.5.0.1' })).toBe(240)
})

test('two processes count the sign-ins of a visitor together', async () => {
  const signingIn = { method: 'POST', path: '/api/app/session', from: '10.5.0.2' }

  expect(await letThrough(60, signingIn)).toBe(20)
})

test('two processes count the writings of an account together, at whichever address', async () => {
  const headers = Object.fromEntries(await signIn(app.payload, 'admin'))

  const here = await letThrough(150, { ...writing, headers, from: '10.5.0.3' })
  const there = await letThrough(150, { ...writing, headers, from: '10.5.0.4' })

  expect(here + there).toBe(240)
})

test('a session has eight lines at two processes together, and a line let go makes room', async () => {
  const headers = Object.fromEntries(await signIn(app.payload, 'dispatcher'))
  const listen = async (at: number) => {
    const leave = new AbortController()
    const url = `${processes[at % 2]?.url}/api/app/events`
    const { status } = await fetch(url, { headers, signal: leave.signal })
    return { status, hangUp: () => leave.abort() }
  }
  const lines = await Promise.all(Array.from({ length: 12 }, (_, at) => listen(at)))
  const open = lines.filter(({ status }) => status === 200)
  expect(open).toHaveLength(8)

  open[0]?.hangUp()
  await vi.waitFor(async () => expect((await listen(1)).status).toBe(200), { timeout: 5000 })
  expect((await listen(0)).status).toBe(429)
  for (const { hangUp } of lines) hangUp()
})

test('every address of an IPv6 /64 is one visitor, and a mapped IPv4 address is that address', async () => {
  const [network, other] = ['2001:db8:5:1', '2001:db8:5:2']
  let through = 0
  for (const host of ['::1', ':a:b:c:d', ':ffff::1']) {
    through += await letThrough(100, { ...writing, from: network + host })
  }
  expect(through).toBe(240)
  expect(await letThrough(5, { ...writing, from: `${other}::1` })).toBe(5)

  await letThrough(240, { ...writing, from: '10.5.0.5' })
  expect(await letThrough(5, { ...writing, from: '::ffff:10.5.0.5' })).toBe(0)
})

test('a visitor who is over the limit costs the database nothing more', async () => {
  await letThrough(400, { ...writing, from: '10.5.0.6' })
  const [row] = await runSql<{ points: number }>(
    app.url,
    `select points from request_counts where key = 'write:10.5.0.6'`,
  )
  // Requests that were under way in both processes when the limit was reached.
  expect(row?.points).toBeLessThan(240 + 21)
})

test('while the database is away, a process goes on counting by itself', async () => {
  const { counts, close } = sharedCounts(`postgres://nobody@127.0.0.1:1/${randomUUID()}`)
  const limiter = counts({ name: 'write', points: 3 })
  const taken = () =>
    limiter.consume('10.5.0.7').then(
      () => true,
      () => false,
    )

  expect([await taken(), await taken(), await taken(), await taken()]).toEqual([
    true,
    true,
    true,
    false,
  ])
  await close()
})
