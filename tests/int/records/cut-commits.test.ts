import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localWebhook } from '../../../plugins/local/webhook.ts'
import { linesOf, prove } from '../../../src/database/proof/prove.ts'
import type { Webhook } from '../../../src/integrations.ts'
import { sendDelivery } from '../../../src/jobs/messages/send-delivery.ts'
import { handleWebhookEvent } from '../../../src/jobs/records/handle-webhook-event.ts'
import { scheduledJobs } from '../../../src/jobs/scheduled-jobs.ts'
import { buildSite } from '../../../src/server/build.ts'
import { mountSite } from '../../../src/server/mount-site.ts'
import { knownOf, nextSend } from '../../support/command-storm.ts'
import { type Cut, startCuttingProxy } from '../../support/cutting-proxy.ts'
import { type FrontDoor, openFrontDoor } from '../../support/front-door.ts'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { oneOf, type Random } from '../../support/random-body.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'
import { secret, signedHeaders } from '../../support/webhook-harness.ts'
import { recordOf } from '../people/access-records.ts'

/** How often each door is cut off; `CUTS=40` is the whole proof. */
const rounds = Number(process.env['CUTS'] ?? 1)
const seed = Number(process.env['SEED'] ?? 20261130)

let proxy: Awaited<ReturnType<typeof startCuttingProxy>>
let desk: Harness
let door: FrontDoor
const random: Random = randomFrom(seed)

beforeAll(async () => {
  await buildSite(() => undefined)
  proxy = await startCuttingProxy()
  desk = await openHarness({ through: proxy.standBefore })
  const { payload, url } = desk.app
  door = await openFrontDoor(payload, { url, site: (api) => mountSite({ api }) })
}, 300_000)
afterAll(async () => {
  await door?.close()
  await desk?.stop()
  proxy?.stop()
})

const cuts: Cut[] = ['before-commit', 'during-commit', 'after-commit']

/** Statuses of what was cut off, by door, and what was answered although it was cut off. */
const told = { cut: 0, whole: 0, untrue: [] as string[] }

/** Sends something whose connection is cut off at its commit: the answer has to be 503. */
const cutOff = async (name: string, write: () => Promise<number>): Promise<void> => {
  const how = oneOf(cuts, random)
  const { result, cuts: ended } = await proxy.cutDuring(how, write)
  if (ended > 0) told.cut += 1
  else told.whole += 1
  const isTrue = ended > 0 ? result === 503 : result < 500
  if (!isTrue) told.untrue.push(`${name}, cut ${ended} times ${how}: ${result}`)
}

const expectTruth = (least: number) => {
  const { cut, whole, untrue } = told
  process.stdout.write(`${cut} writes were cut off, ${whole} had nothing to commit\n`)
  Object.assign(told, { cut: 0, whole: 0, untrue: [] })
  expect(untrue).toEqual([])
  expect(cut).toBeGreaterThanOrEqual(least * rounds)
}

const writable = () =>
  desk.app.payload.config.collections.filter(
    ({ slug }) => recordOf[slug] && !slug.startsWith('payload-') && slug !== 'media',
  )

test('commands and the application’s own doors answer 503 where they were cut off', async () => {
  for (let times = 0; times < 60 * rounds; times++) {
    const { name, as, method, path, body } = nextSend(desk, await knownOf(desk), random)
    await cutOff(name, async () => (await desk.send(method, path, as, body)).status)
  }
  expectTruth(12)
}, 600_000)

test('a form of the site never says that what was cut off has been booked', async () => {
  const host = new URL(desk.app.payload.config.serverURL).host
  for (let times = 0; times < 3 * rounds; times++) {
    const start = sydney(3 + times, '09:00')
    const fields = {
      start,
      place: 'mobile',
      'address.line1': '1 Test Street',
      'address.suburb': 'Sydney',
      'address.postcode': '2000',
      'customer.name': 'Gus Guest',
      'customer.email': `${randomUUID()}@forms.test`,
      shownFor: '2000',
      intent: 'book',
    }
    const send = () =>
      door.send({
        method: 'POST',
        path: '/book/direct',
        headers: {
          host,
          origin: `http://${host}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields).toString(),
      })
    const { result, cuts: ended } = await proxy.cutDuring(oneOf(cuts, random), send)
    if (ended > 0) told.cut += 1
    const isBooked = result.status === 303 && `${result.headers['location']}`.includes('/booked')
    if (ended > 0 && isBooked) told.untrue.push(`the form of ${start}: ${result.status}`)
  }
  expectTruth(1)
}, 600_000)

/** What works without the queue. */
const ofTheClock = new Set(['follow-offers', 'follow-zones', 'sweep-holds'])

test('jobs that were cut off are done by their next turn', async () => {
  for (let round = 0; round < rounds; round++) {
    await desk.sql(`update assignment_offers set respond_by = now() - interval '1 minute'
      where state = 'pending'`)
    for (const { name, run } of scheduledJobs.filter((job) => ofTheClock.has(job.name))) {
      await proxy
        .cutDuring(oneOf(cuts, random), () => run(desk.app.payload))
        .catch((error: unknown) => void process.stdout.write(`${name} failed: ${String(error)}\n`))
      await run(desk.app.payload)
    }
  }
  const [row] = await desk.sql<{ open: number }>(
    `select count(*)::int as open from assignment_offers
     where state = 'pending' and respond_by < now()`,
  )
  expect(row?.open).toBe(0)
}, 600_000)

/** Work of a queue that was cut off at a commit, and then by turns until nothing is left to do. */
const workedOff = async (
  name: string,
  { work, isLeft }: { work: () => Promise<unknown>; isLeft: () => Promise<boolean> },
): Promise<void> => {
  const { cuts: ended } = await proxy.cutDuring(oneOf(cuts, random), () =>
    work().catch((error: unknown) => void process.stdout.write(`${name}: ${String(error)}\n`)),
  )
  told[ended > 0 ? 'cut' : 'whole'] += 1
  for (let turn = 0; turn < 5 && (await isLeft()); turn++) await work()
}

test('a booking that was cut off is stored once with its message, which goes out once', async () => {
  const { payload } = desk.app
  for (let times = 0; times < 4 * rounds; times++) {
    const email = `${randomUUID()}@guest.test`
    const request = {
      body: {
        service: 'direct',
        start: sydney(20 + times, '09:00'),
        address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
        customer: { name: 'Del Ivery', email },
      },
      headers: { 'idempotency-key': randomUUID() },
    }
    const book = async () => (await desk.app.request('POST', '/app/bookings', request)).status
    await cutOff('POST bookings', book)
    expect(await book()).toBe(201)
    const queued = await desk.sql<{ id: string; key: string }>(
      `select delivery.id, delivery.key from deliveries delivery
       join bookings booking on booking.id = delivery.booking_id
       where booking.customer_snapshot_email = $1 and delivery.event = 'booking-confirmed'`,
      [email],
    )
    expect(queued).toHaveLength(1)
    const { id = '', key = '' } = queued[0] ?? {}
    for (let turn = 0; turn < 2; turn++) await sendDelivery(payload, { id })

    const kept = await desk.sql('select id from outbox_messages where delivery_key = $1', [key])
    expect(kept).toHaveLength(1)
  }
  const [stray] = await desk.sql<{ n: number }>(
    'select count(*)::int as n from deliveries where booking_id is null',
  )
  expect(stray?.n).toBe(0)
  expectTruth(4)
}, 600_000)

test('an event of a provider that was cut off is stored once and takes effect once', async () => {
  const { payload } = desk.app
  const shop: Webhook = {
    ...localWebhook({ secrets: [secret] }),
    name: 'shop',
    handle: async ({ id: name }, { req }) => {
      const where = { name: { equals: name } }
      const { totalDocs } = await payload.count({ collection: 'skills', where, req })
      if (totalDocs === 0) await payload.create({ collection: 'skills', data: { name }, req })
      return { kind: 'ok', value: 'done' }
    },
  }
  payload.config.custom['webhooks'] = [shop]
  const body = JSON.stringify({ type: 'invoice.paid' })
  for (let times = 0; times < 4 * rounds; times++) {
    const event = randomUUID()
    const call = async () => {
      const headers = signedHeaders({ id: event, body })
      return (await desk.app.request('POST', '/webhooks/shop', { body, headers })).status
    }
    await cutOff('POST webhooks', call)
    // A provider that got no answer sends the event again.
    expect(await call()).toBe(202)
    const rows = await desk.sql<{ id: string }>(
      'select id from webhook_events where event_id = $1',
      [event],
    )
    expect(rows).toHaveLength(1)
    const id = rows[0]?.id ?? ''
    const isLeft = async () => {
      const open = await desk.sql(
        `update webhook_events set not_before = null, updated_at = now() - interval '10 minutes'
         where id = $1 and state in ('pending', 'processing', 'failed') returning id`,
        [id],
      )
      return open.length > 0
    }
    await workedOff('webhook event', { work: () => handleWebhookEvent(payload, { id }), isLeft })

    const [handled] = await desk.sql<{ state: string; made: number }>(
      `select state, (select count(*)::int from skills where name = $2) as made
       from webhook_events where id = $1`,
      [id, event],
    )
    expect(handled).toEqual({ state: 'done', made: 1 })
  }
  expectTruth(4)
}, 600_000)

test('an upload that was cut off answers 503, and its repeat stores one picture', async () => {
  const picture = await sharp({
    create: { width: 4, height: 4, channels: 3, background: '#123456' },
  })
    .png()
    .toBuffer()
  const upload = async (alt: string, key: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'tap.png')
    form.set('_payload', JSON.stringify({ alt, kind: 'logo' }))
    const headers = { 'idempotency-key': key }
    return (await desk.app.request('POST', '/media', { as: 'admin', body: form, headers })).status
  }
  for (let times = 0; times < 3 * rounds; times++) {
    const [alt, key] = [randomUUID(), randomUUID()]
    await cutOff('POST media', () => upload(alt, key))
    expect(await upload(alt, key)).toBe(201)
    const stored = await desk.sql('select id from media where alt = $1', [alt])
    expect(stored).toHaveLength(1)
  }
  expectTruth(3)
}, 600_000)

test('what all of this has left adds up', async () => {
  const lines: string[] = []
  await prove(desk.app.payload, (proof) => lines.push(...linesOf(proof)))

  expect(lines).toEqual([])
})

test('every collection answers 503 for a create, an edit and a deletion by REST that was cut off', async () => {
  const { app } = desk
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  const start = sydney(40, '09:00')
  const owned: Owned = await insertBooking(app.payload, owner, { number: 'CUT', start })
  const dataOf = (slug: string) => recordOf[slug]?.(owned, randomUUID()) ?? {}
  const ask = async (method: string, path: string, body?: object) =>
    (await app.request(method, path, { as: 'admin', body })).status
  for (let round = 0; round < rounds; round++) {
    for (const { slug, trash } of writable()) {
      await cutOff(`POST ${slug}`, () => ask('POST', `/${slug}`, dataOf(slug)))
      const id = await insert(app.payload, slug, dataOf(slug))
      await cutOff(`PATCH ${slug}`, () => ask('PATCH', `/${slug}/${id}`, dataOf(slug)))
      await cutOff(`DELETE ${slug}`, () =>
        trash
          ? ask('PATCH', `/${slug}/${id}`, { deletedAt: new Date().toISOString() })
          : ask('DELETE', `/${slug}/${id}`),
      )
    }
    for (const { slug } of app.payload.config.globals) {
      const before = await app.request('GET', `/globals/${slug}`, { as: 'admin' })
      const { id: _id, globalType: _type, createdAt: _made, updatedAt: _at, ...data } = before.body
      await cutOff(`settings ${slug}`, () => ask('POST', `/globals/${slug}`, data))
    }
  }
  expectTruth(30)
}, 600_000)

test('mutations of GraphQL answer 503 where they were cut off', async () => {
  const statusOf = async (source: string) => {
    const { errors } = await askGraphql(desk.app, 'admin', source)
    const [first] = (errors ?? []) as unknown as {
      originalError?: { code?: string; status?: number }
    }[]
    if (!first) return 200
    if (!first.originalError) throw new Error(JSON.stringify(errors))
    return first.originalError?.code === 'busy' ? 503 : (first.originalError?.status ?? 500)
  }
  for (let round = 0; round < rounds; round++) {
    for (const type of ['Label', 'Skill', 'ServiceCategory'] as const) {
      const colour = type === 'Label' ? ', colour: "#112233"' : ''
      const create = `mutation { create${type}(data: { name: "${randomUUID()}"${colour} }) { id } }`
      await cutOff(`create${type}`, () => statusOf(create))
      const slug = { Label: 'labels', Skill: 'skills', ServiceCategory: 'service-categories' }[type]
      const id = await insert(desk.app.payload, slug, { name: randomUUID(), colour: '#112233' })
      const update = `mutation { update${type}(id: "${id}", data: { name: "${randomUUID()}" }) { id } }`
      await cutOff(`update${type}`, () => statusOf(update))
      await cutOff(`delete${type}`, () =>
        statusOf(`mutation { delete${type}(id: "${id}") { id } }`),
      )
    }
  }
  expectTruth(6)
}, 600_000)
