import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf, prove } from '../../../src/database/proof/prove.ts'
import { scheduledJobs } from '../../../src/jobs/scheduled-jobs.ts'
import { buildSite } from '../../../src/server/build.ts'
import { mountSite } from '../../../src/server/mount-site.ts'
import { knownOf, nextSend } from '../../support/command-storm.ts'
import { cuts, startCutting } from '../../support/cutting.ts'
import { startCuttingProxy } from '../../support/cutting-proxy.ts'
import { type FrontDoor, openFrontDoor } from '../../support/front-door.ts'
import { askGraphql } from '../../support/graphql.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { oneOf, type Random } from '../../support/random-body.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { insert, insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { sydney } from '../../support/shop.ts'
import { recordOf } from '../people/access-records.ts'

/** How often each door is cut off; `CUTS=40` is the whole proof. */
const rounds = Number(process.env['CUTS'] ?? 1)
const seed = Number(process.env['SEED'] ?? 20261130)

let proxy: Awaited<ReturnType<typeof startCuttingProxy>>
let harness: Harness
let door: FrontDoor
let told: ReturnType<typeof startCutting>['told']
let cutOff: ReturnType<typeof startCutting>['cutOff']
let expectTruth: ReturnType<typeof startCutting>['expectTruth']
const random: Random = randomFrom(seed)

beforeAll(async () => {
  await buildSite(() => undefined)
  proxy = await startCuttingProxy()
  ;({ told, cutOff, expectTruth } = startCutting(proxy, { random, rounds }))
  harness = await openHarness({ through: proxy.standBefore })
  const { payload, url } = harness.app
  door = await openFrontDoor(payload, { url, site: (api) => mountSite({ api }) })
}, 300_000)
afterAll(async () => {
  await door?.close()
  await harness?.stop()
  proxy?.stop()
})

const writable = () =>
  harness.app.payload.config.collections.filter(
    ({ slug }) => recordOf[slug] && !slug.startsWith('payload-') && slug !== 'media',
  )

test('commands and the application’s own doors answer 503 where they were cut off', async () => {
  for (let times = 0; times < 60 * rounds; times++) {
    const { name, as, method, path, body } = nextSend(harness, await knownOf(harness), random)
    await cutOff(name, async () => (await harness.send(method, path, as, body)).status)
  }
  expectTruth(12)
}, 600_000)

test('a form of the site never says that what was cut off has been booked', async () => {
  const host = new URL(harness.app.payload.config.serverURL).host
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
    await harness.sql(`update assignment_offers set respond_by = now() - interval '1 minute'
      where state = 'pending'`)
    for (const { name, run } of scheduledJobs.filter((job) => ofTheClock.has(job.name))) {
      await proxy
        .cutDuring(oneOf(cuts, random), () => run(harness.app.payload))
        .catch((error: unknown) => void process.stdout.write(`${name} failed: ${String(error)}\n`))
      await run(harness.app.payload)
    }
  }
  const [row] = await harness.sql<{ open: number }>(
    `select count(*)::int as open from assignment_offers
     where state = 'pending' and respond_by < now()`,
  )
  expect(row?.open).toBe(0)
}, 600_000)

test('what all of this has left adds up', async () => {
  const lines: string[] = []
  await prove(harness.app.payload, (proof) => lines.push(...linesOf(proof)))

  expect(lines).toEqual([])
})

test('every collection answers 503 for a create, an edit and a deletion by REST that was cut off', async () => {
  const { app } = harness
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
    const { errors } = await askGraphql(harness.app, 'admin', source)
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
      const id = await insert(harness.app.payload, slug, { name: randomUUID(), colour: '#112233' })
      const update = `mutation { update${type}(id: "${id}", data: { name: "${randomUUID()}" }) { id } }`
      await cutOff(`update${type}`, () => statusOf(update))
      await cutOff(`delete${type}`, () =>
        statusOf(`mutation { delete${type}(id: "${id}") { id } }`),
      )
    }
  }
  expectTruth(6)
}, 600_000)
