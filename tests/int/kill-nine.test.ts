import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../support/desk.ts'
import { sydney } from '../support/shop.ts'

let desk: Desk
let worker: ChildProcess | undefined

beforeAll(async () => {
  desk = await openDesk()
}, 120_000)
afterAll(async () => {
  worker?.kill('SIGKILL')
  await desk.stop()
})

const startWorker = (moment?: 'after' | 'before'): Promise<NodeJS.Signals | null> => {
  const child = spawn(
    process.execPath,
    ['tests/support/doomed-worker.ts', ...(moment ? [moment] : [])],
    {
      env: { ...process.env, DATABASE_URL: desk.app.url, PAYLOAD_SECRET: 'tests-only' },
      stdio: 'ignore',
    },
  )
  worker = child
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
}

const count = async (where: string): Promise<number> => {
  const [row] = await desk.sql<{ count: number }>(
    `select count(*)::int as count from deliveries where ${where}`,
  )
  return row?.count ?? -1
}

const keptPerKey = () =>
  desk.sql<{ count: number }>(
    `select delivery.key, count(kept.id)::int as count from deliveries delivery
     left join outbox_messages kept on kept.delivery_key = delivery.key
     where delivery.channel in ('email', 'sms') group by 1`,
  )

test('workers that die between commit, send and receipt still send each effect once', async () => {
  for (const [at, name] of ['Ann', 'Bo', 'Cy', 'Di'].entries()) {
    const customer = { name, email: `${name}@guest.test` }
    const start = sydney(3 + at, '09:00')
    expect(await desk.book({ service: 'direct', start, customer })).toMatchObject({ status: 201 })
  }
  const queued = await count('true')
  expect(await count(`state = 'pending'`)).toBe(queued)

  expect(await startWorker('before')).toBe('SIGKILL')
  expect(await count(`state = 'sending' and channel = 'email'`)).toBeGreaterThan(0)

  await desk.sql(`update deliveries set updated_at = now() - interval '1 minute'`)
  expect(await startWorker('after')).toBe('SIGKILL')
  const taken = await desk.sql('select id from outbox_messages')
  const unsettled = await count(
    `state = 'sending' and key in (select delivery_key from outbox_messages)`,
  )
  expect(taken.length).toBeGreaterThan(0)
  expect(unsettled).toBeGreaterThan(0)

  await desk.sql(`update deliveries set updated_at = now() - interval '1 minute'`)
  const end = startWorker()
  for (let tries = 0; tries < 900 && (await count(`state <> 'sent'`)) > 0; tries++) {
    await pause(200)
  }
  worker?.kill('SIGKILL')
  await end

  expect(await count(`state = 'sent'`)).toBe(queued)
  const kept = await keptPerKey()
  expect(kept.length).toBeGreaterThanOrEqual(8)
  expect(kept.every((row) => row.count === 1)).toBe(true)
}, 300_000)
