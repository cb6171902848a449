import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepDeliveries } from '../../../src/jobs/messages/sweep-deliveries.ts'
import { startWorker as startWorkerHere } from '../../../src/server/worker.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
const workers: ChildProcess[] = []
let days = 2

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL')
  await harness.stop()
})

const startWorker = (moment: 'after' | 'before'): Promise<NodeJS.Signals | null> => {
  const child = spawn(process.execPath, ['tests/support/doomed-worker.ts', moment], {
    env: { ...process.env, DATABASE_URL: harness.app.url, PAYLOAD_SECRET: 'tests-only' },
    stdio: 'ignore',
  })
  workers.push(child)
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)))
}

/**
 * The messages of two new bookings and a worker that dies of them. What it had in hand stays so
 * while the next one lives, however slow the machine is.
 */
const doomed = async (moment: 'after' | 'before', customers: string[]) => {
  for (const name of customers) {
    days += 1
    const customer = { name, email: `${name}@guest.test` }
    const start = sydney(days, '09:00')
    expect(await harness.book({ service: 'direct', start, customer })).toMatchObject({
      status: 201,
    })
  }
  await harness.sql(`update deliveries set created_at = now() - interval '1 minute'`)
  const end = await startWorker(moment)
  await harness.sql(`update deliveries set updated_at = now() + interval '1 hour'
    where state = 'sending'`)
  return end
}

const count = async (where: string): Promise<number> => {
  const [row] = await harness.sql<{ count: number }>(
    `select count(*)::int as count from deliveries where ${where}`,
  )
  return row?.count ?? -1
}

const keptPerKey = () =>
  harness.sql<{ count: number }>(
    `select delivery.key, count(kept.id)::int as count from deliveries delivery
     left join outbox_messages kept on kept.delivery_key = delivery.key
     where delivery.channel in ('email', 'sms') group by 1`,
  )

test('workers that die between commit, send and receipt still send each effect once', async () => {
  // Two power cuts, one before the provider heard of an e-mail, one just after.
  const ends = [await doomed('before', ['Ann', 'Bo']), await doomed('after', ['Cy', 'Di'])]
  const queued = await count('true')
  expect(ends).toEqual(['SIGKILL', 'SIGKILL'])
  const taken = await harness.sql('select id from outbox_messages')
  const unheard = await count(
    `state = 'sending' and channel = 'email'
       and key not in (select delivery_key from outbox_messages)`,
  )
  const unsettled = await count(
    `state = 'sending' and key in (select delivery_key from outbox_messages)`,
  )
  expect(taken.length).toBeGreaterThan(0)
  expect([unheard > 0, unsettled > 0]).toEqual([true, true])

  await harness.sql(`update deliveries set updated_at = now() - interval '1 minute'`)
  const worker = await startWorkerHere({
    payload: harness.app.payload,
    databaseUrl: harness.app.url,
  })
  for (let tries = 0; tries < 900 && (await count(`state <> 'sent'`)) > 0; tries++) {
    await sweepDeliveries(harness.app.payload)
    await pause(200)
  }
  await worker.stop()

  expect(await count(`state = 'sent'`)).toBe(queued)
  const kept = await keptPerKey()
  expect(kept.length).toBeGreaterThanOrEqual(8)
  expect(kept.every((row) => row.count === 1)).toBe(true)
}, 300_000)
