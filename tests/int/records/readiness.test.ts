import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { databaseProbe } from '../../../src/server/database/database-probe.ts'
import { keepRunning } from '../../../src/server/database/keep-running.ts'
import { createShell } from '../../../src/server/shell.ts'
import { startCuttingProxy } from '../../support/cutting-proxy.ts'

const serverUrl = 'http://127.0.0.1:3000'
const rooms = {
  api: () => undefined,
  panel: () => undefined,
  site: () => undefined,
  mayEmbed: async () => false,
  accountOf: () => null,
}

let proxy: Awaited<ReturnType<typeof startCuttingProxy>>
let url: string

beforeAll(async () => {
  proxy = await startCuttingProxy()
  url = await proxy.standBefore(inject('databaseServer' as never))
})
afterAll(() => proxy.stop())

const readinessOf = async (isDatabaseThere: () => Promise<boolean>) => {
  const { server, open } = createShell({
    serverUrl,
    trustProxy: 'loopback',
    log: () => undefined,
  })
  open({ ...rooms, isDatabaseThere })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`)
  server.close()
  server.closeAllConnections()
  return { status: answer.status, retryAfter: answer.headers.get('retry-after') }
}

test('the product is ready while its database answers', async () => {
  const probe = databaseProbe(url)

  expect(await readinessOf(probe.isThere)).toEqual({ status: 200, retryAfter: null })
  await probe.close()
})

test('the product is not ready while its database is away, and ready again afterwards', async () => {
  const probe = databaseProbe(url)
  expect(await probe.isThere()).toBe(true)

  proxy.close()
  expect(await readinessOf(probe.isThere)).toEqual({ status: 503, retryAfter: '1' })

  proxy.reopen()
  expect(await probe.isThere()).toBe(true)
  await probe.close()
})

test('a database that takes connections and never answers counts as away', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0

  const probe = databaseProbe(`postgres://postgres@127.0.0.1:${port}/postgres`, { timeoutMs: 50 })

  expect(await probe.isThere()).toBe(false)
  await probe.close()
  silent.close()
})

test('a server that ends is started again, and given up when it cannot be', async () => {
  let isRunning = true
  let canStart = true
  const said: string[] = []
  const givenUp = vi.fn()
  const end = keepRunning({
    isRunning: () => isRunning,
    start: async () => {
      if (!canStart) throw new Error('The disk is full.')
      isRunning = true
    },
    say: (line) => said.push(line),
    giveUp: (why) => {
      isRunning = true
      givenUp(why)
    },
    everyMs: 5,
  })

  isRunning = false
  await vi.waitFor(() => expect(said.at(-1)).toBe('The database server runs again.'))
  canStart = false
  isRunning = false
  await vi.waitFor(() => expect(givenUp).toHaveBeenCalledWith('The disk is full.'))

  end()
})
