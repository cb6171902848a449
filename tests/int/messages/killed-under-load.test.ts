import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf, prove } from '../../../src/database/proof/prove.ts'
import { freePort } from '../../support/free-port.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { sydney } from '../../support/shop.ts'
import { type ApiProcess, startApiProcess } from '../../support/start-api-process.ts'

/** How often the process is killed; the suite does it a few times, a proof forty times. */
const kills = Number(process.env['KILLS'] ?? 2)
const clients = 6
const bookingsBetweenKills = 12
const backlog = 500

type Request = { key: string; email: string; start: string }

let harness: Harness
let port: number
let child: ApiProcess | undefined

beforeAll(async () => {
  harness = await openHarness()
  port = await freePort()
}, 120_000)
afterAll(async () => {
  await child?.kill()
  await harness.stop()
})

const start = async (): Promise<void> => {
  child = await startApiProcess({ port, databaseUrl: harness.app.url })
}

const kill = async (): Promise<void> => {
  await child?.kill()
  child = undefined
}

const acknowledged = new Map<string, string>()
const unanswered: Request[] = []
const statuses = new Map<number, number>()
let made = 0

const nextRequest = (): Request => {
  made += 1
  const key = randomUUID()
  const hour = 7 + (Math.floor(made / 2) % 12)
  const start = sydney(2 + Math.floor(made / 24), `${hour}`.padStart(2, '0').concat(':00'))
  return { key, email: `${key}@guest.test`, start }
}

/** The status of one try; 0 where the connection broke. */
const send = async ({ key, email, start }: Request): Promise<number> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/app/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({
        service: 'direct',
        start,
        customer: { name: 'Guest', email },
        address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
      }),
    })
    const body = (await answer.json()) as { id?: string }
    if (answer.status === 201 && body.id) acknowledged.set(key, body.id)
    return answer.status
  } catch {
    return 0
  }
}

const book = async (until: () => boolean): Promise<void> => {
  while (!until()) {
    const request = nextRequest()
    const status = await send(request)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status !== 201) unanswered.push(request)
  }
}

/** The same requests under the same keys, until each has its booking. */
const sendAgain = async (): Promise<void> => {
  for (let tries = 0; unanswered.length > 0 && tries < 200; tries++) {
    const again = unanswered.splice(0)
    for (const request of again) {
      if ((await send(request)) !== 201) unanswered.push(request)
    }
    if (unanswered.length > 0) await pause(500)
  }
}

const numberOf = async (statement: string, values: unknown[] = []): Promise<number> => {
  const [row] = await harness.sql<{ n: number }>(`select count(*)::int as n ${statement}`, values)
  return row?.n ?? -1
}

const waiting = () => numberOf(`from deliveries where state in ('pending', 'sending', 'failed')`)

const leaveBacklog = () =>
  harness.sql(
    `insert into deliveries
       (key, channel, event, subject_type, subject_id, recipient_kind, payload, created_at)
     select 'backlog' || n, 'email', 'sign-in-link', 'customers', $1::text, 'account',
       jsonb_build_object('recipient', $1::text), now() - interval '1 minute'
     from generate_series(1, $2::int) n`,
    [harness.shop.customer, backlog],
  )

/** Messages a second over the whole backlog, from its first to its last message; throws after two minutes. */
const drain = async (): Promise<number> => {
  const unsent = () => numberOf(`from deliveries where key like 'backlog%' and state <> 'sent'`)
  const until = performance.now() + 120_000
  for (let left = await unsent(); left > 0; left = await unsent()) {
    if (performance.now() > until) throw new Error(`${left} messages of the backlog did not leave`)
    await pause(50)
  }
  const [took] = await harness.sql<{ seconds: number }>(
    `select extract(epoch from max(sent_at) - min(sent_at))::float as seconds
     from deliveries where key like 'backlog%'`,
  )
  return backlog / Math.max(took?.seconds ?? 0, 0.001)
}

const settle = async (): Promise<void> => {
  for (let tries = 0; tries < 600 && (await waiting()) > 0; tries++) await pause(200)
}

/** Waits until so many bookings are acknowledged; says what the product answered where it never gets there. */
const acknowledgedAtLeast = async (enough: number): Promise<void> => {
  const until = performance.now() + 120_000
  while (acknowledged.size < enough) {
    if (performance.now() > until) {
      throw new Error(
        `${acknowledged.size} of ${enough} bookings after two minutes: ${JSON.stringify(Object.fromEntries(statuses))}`,
      )
    }
    await pause(10)
  }
}

test(
  `killed ${kills} times under load, the product keeps what it acknowledged and nothing twice`,
  async () => {
    for (let killed = 0; killed < kills; killed++) {
      await start()
      const enough = acknowledged.size + bookingsBetweenKills
      let isOver = false
      const traffic = Array.from({ length: clients }, () => book(() => isOver))
      await acknowledgedAtLeast(enough).finally(() => {
        isOver = true
      })
      await kill()
      await Promise.all(traffic)
    }
    const cutOff = unanswered.length
    // Keys and messages that a dead process had in hand free themselves after a while; not waited for.
    await harness.sql('update idempotency_keys set locked_until = now() where status is null')
    await harness.sql(`update deliveries set updated_at = now() - interval '1 minute'
    where state = 'sending'`)
    await leaveBacklog()
    await start()
    const rate = await drain()
    await sendAgain()
    await settle()

    const ids = [...acknowledged.values()]
    const lost = ids.length - (await numberOf('from bookings where id = any($1::uuid[])', [ids]))
    const doubled = await numberOf(
      `from (select customer_snapshot_email from bookings
       where customer_snapshot_email like '%@guest.test' group by 1 having count(*) > 1) twice`,
    )
    const faults: string[] = []
    const failed = await prove(harness.app.payload, (proof) => faults.push(...linesOf(proof)))
    process.stdout.write(
      `${kills} kills: ${ids.length} bookings, ${cutOff} cut off, ${lost} lost, ${doubled} doubled, ${rate.toFixed(0)} messages/s, ${failed} exceptions in the proof\n`,
    )
    expect({ lost, doubled, unanswered: unanswered.length }).toEqual({
      lost: 0,
      doubled: 0,
      unanswered: 0,
    })
    expect(await numberOf(`from bookings where customer_snapshot_email like '%@guest.test'`)).toBe(
      ids.length,
    )
    expect(await numberOf(`from deliveries where state <> 'sent'`)).toBe(0)
    expect(
      await numberOf(
        `from (select delivery_key from outbox_messages group by 1 having count(*) > 1) t`,
      ),
    ).toBe(0)
    expect(faults).toEqual([])
    if (kills >= 40) expect(rate).toBeGreaterThan(20)
  },
  Math.max(300_000, kills * 60_000),
)
