import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintLink } from '../../../src/operations/messages/mint-link.ts'
import { createLocalReq } from 'payload'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type Asked, everyRequest } from '../../support/every-request.ts'
import { type FrontDoor, openFrontDoor, type Sent } from '../../support/front-door.ts'
import { instants } from '../../support/hostile-body.ts'
import { carry } from '../../support/hostile-request.ts'
import { people } from '../../support/people.ts'
import { oneOf, type Random, randomBody } from '../../support/random-body.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'
import { signIn } from '../../support/sign-in.ts'
import { recordOf } from '../people/access-records.ts'

/** How many requests; `FUZZ=11000` is the whole proof. */
const count = Number(process.env['FUZZ'] ?? 700)
const seed = Number(process.env['SEED'] ?? 20261130)

let harness: Harness
let door: FrontDoor
let tokens: string[]
/** Ids by collection: those that requests may name, and those that they may change or delete. */
const known = new Map<string, string[]>()
const spare = new Map<string, string[]>()

const keep = (map: Map<string, string[]>, slug: string, id: string) =>
  map.set(slug, [...(map.get(slug) ?? []), id])

const makeRecords = async (owned: Owned) => {
  for (const [slug, dataOf] of Object.entries(recordOf)) {
    for (let times = 0; times < 3; times++) {
      const id = await insert(harness.app.payload, slug, dataOf(owned, randomUUID()))
      keep(known, slug, id)
      keep(spare, slug, id)
    }
  }
}

const bookThrough = async () => {
  for (const [day, slug] of [
    ...Object.keys(harness.shop.services),
    'request',
    'direct',
  ].entries()) {
    const { body } = await harness.book(
      { service: slug, start: sydney(3 + day, '10:00') },
      'customer',
    )
    keep(known, 'bookings', body.id)
    keep(spare, 'bookings', body.id)
    for (const { id } of await harness.visitsOf(body.id)) keep(known, 'appointments', id)
  }
  const lines = await harness.sql<{ id: string }>('select id from booking_lines')
  for (const { id } of lines) keep(known, 'booking-lines', id)
  const offers = await harness.sql<{ id: string }>('select id from assignment_offers')
  for (const { id } of offers) keep(known, 'assignment-offers', id)
}

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  const owner = await ownerOf(payload, 'customer', 'fieldworker')
  const start = sydney(9, '09:00')
  await makeRecords(await insertBooking(payload, owner, { number: 'MINE', start }))
  await bookThrough()
  const { shop } = harness
  for (const id of shop.people) keep(known, 'fieldworkers', id)
  for (const { id } of Object.values(shop.services)) keep(known, 'services', id)
  keep(known, 'locations', shop.location)
  keep(known, 'areas', shop.area)
  keep(known, 'customers', shop.customer)
  const req = await createLocalReq({}, payload)
  const subjectId = known.get('bookings')?.at(-1) ?? ''
  const link = (purpose: 'cancel' | 'reschedule' | 'view') =>
    mintLink(req, {
      purpose,
      subjectType: 'bookings',
      subjectId,
      expiresAt: Date.now() + 86_400_000,
    })
  const links = [await link('view'), await link('cancel'), await link('reschedule')]
  tokens = links.map((one) => one.split('/').at(-1) ?? '')
  door = await openFrontDoor(payload, { url: harness.app.url })
}, 120_000)
afterAll(async () => {
  await door?.close()
  await harness?.stop()
})

const oddIds = [
  '%E2%80%AE',
  'null',
  '0',
  '00000000-0000-4000-8000-000000000000',
  '%F0%9F%92%A5',
  '..',
]

const pathOf = ({ path, of, method }: Asked, random: Random) => {
  const isPlain = /^\/[\w-]+\/:id$/.test(path) && method !== 'GET'
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (random() < 0.06) return oneOf(oddIds, random)
    if (name === 'token') return oneOf(tokens, random)
    if (name === 'slug') return 'direct'
    const pool = isPlain ? spare : known
    const slug =
      name === 'line'
        ? 'booking-lines'
        : (of ?? (/visits|proposals|outbox/.test(path) ? 'appointments' : 'bookings'))
    return oneOf(pool.get(slug) ?? ['x'], random)
  })
}

const queryOf = (made: unknown, random: Random): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(made ?? {})) {
    const isTime = /^(date|from|to|start|end)$/.test(name)
    query.set(name, isTime && random() < 0.5 ? oneOf(instants, random) : String(value))
  }
  return query.size > 0 ? `?${query}` : ''
}

const keys: Record<string, string>[] = [{ 'idempotency-key': 'one' }, { 'idempotency-key': 'two' }]

const requestFrom = async (asked: Asked, random: Random): Promise<Sent> => {
  const { method } = asked
  const path = `/api${pathOf(asked, random)}`
  const made = randomBody({ shape: asked.shape, name: '', ids: known, random })
  const person =
    random() < 0.45 ? oneOf(['admin', 'dispatcher'] as const, random) : oneOf(people, random)
  const session = Object.fromEntries(await signIn(harness.app.payload, person))
  const origin = { origin: harness.app.payload.config.serverURL }
  if (method === 'GET' || method === 'DELETE') {
    return { method, path: path + queryOf(made, random), headers: { ...session, ...origin } }
  }
  const carried = carry(made, random)
  const once = random() < 0.1 ? oneOf(keys, random) : {}
  return {
    ...carried,
    method,
    path,
    headers: { ...session, ...origin, ...once, ...carried.headers },
  }
}

test(
  'whatever a request carries, whoever sends it, is answered or refused in words',
  async () => {
    const random = randomFrom(seed)
    const requests = everyRequest(harness.app.payload.config)
    const ours = requests.filter(({ path }) => path.startsWith('/app/') || /:id\/./.test(path))
    const writes = requests.filter(({ method }) => method === 'POST' || method === 'PATCH')
    const failed: string[] = []
    const counts = new Map<number, number>()
    for (let sent = 0; sent < count; sent++) {
      const kind = random()
      const asked = oneOf(kind < 0.45 ? ours : kind < 0.93 ? writes : requests, random)
      const request = await requestFrom(asked, random)
      const { status, text } = await door.send(request)
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (status >= 500)
        failed.push(
          `${JSON.stringify(request).slice(0, 3000)}\n  → ${status} ${text.slice(0, 300)}`,
        )
    }
    process.stdout.write(
      `hostile bodies: ${count} sent, ${failed.length} failed; ${JSON.stringify([...counts])}\n`,
    )

    for (const request of failed) process.stdout.write(`${request}\n`)
    expect(failed).toEqual([])
  },
  Math.max(120_000, count * 200),
)
