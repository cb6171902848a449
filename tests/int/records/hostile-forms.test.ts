import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintLink } from '../../../src/operations/messages/mint-link.ts'
import { buildSite } from '../../../src/server/build.ts'
import { mountSite } from '../../../src/server/mount-site.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import { type FrontDoor, openFrontDoor, type Sent } from '../../support/front-door.ts'
import { hostileValue } from '../../support/hostile-body.ts'
import { type Carried, carry } from '../../support/hostile-request.ts'
import type { Person } from '../../support/people.ts'
import { oneOf, type Random } from '../../support/random-body.ts'
import { randomFrom } from '../../support/random-commands.ts'
import { sydney } from '../../support/shop.ts'
import { signIn } from '../../support/sign-in.ts'
import { fieldNames, intents, sitePages } from '../../support/site-pages.ts'

/** How many requests; `FUZZ=3000` is the whole proof. */
const count = Number(process.env['FUZZ'] ?? 400)
const seed = Number(process.env['SEED'] ?? 20261130)

let harness: Harness
let door: FrontDoor
let host: string
const values: Record<string, string[]> = { service: ['direct', 'request', 'approval', 'none'] }
const cookies: string[] = []

const cookieOf = async (person: Person) => {
  const [[, token] = ['', '']] = await signIn(harness.app.payload, person)
  return token.replace('JWT ', 'fieldbook-site=')
}

beforeAll(async () => {
  await buildSite(() => undefined)
  harness = await openHarness()
  const { payload } = harness.app
  host = new URL(payload.config.serverURL).host
  const start = sydney(5, '10:00')
  const { body } = await harness.book({ service: 'request', start }, 'customer')
  const visits = await harness.visitsOf(body.id)
  values['id'] = [body.id, ...visits.map(({ id }) => id), 'x']
  values['number'] = [body.number, 'B-0']
  const req = await createLocalReq({}, payload)
  const purposes = ['cancel', 'reschedule', 'view'] as const
  const expiresAt = Date.now() + 86_400_000
  const links = await Promise.all(
    purposes.map((purpose) =>
      mintLink(req, { purpose, subjectType: 'bookings', subjectId: body.id, expiresAt }),
    ),
  )
  values['token'] = [...links.map((link) => link.split('/').at(-1) ?? ''), 'x'.repeat(43)]
  for (const person of ['customer', 'fieldworker'] as const) cookies.push(await cookieOf(person))
  door = await openFrontDoor(payload, { url: harness.app.url, site: (api) => mountSite({ api }) })
}, 300_000)
afterAll(async () => {
  await door?.close()
  await harness?.stop()
})

const oddPaths = ['%E0%A4%A', '%', '%2e%2e', '%F0%9F%92%A5', '%E2%80%AE', 'x'.repeat(600), '%00']

const pathOf = (page: string, random: Random) =>
  page.replaceAll(/\[(\w+)\]/g, (_, name: string) =>
    random() < 0.1 ? oneOf(oddPaths, random) : oneOf(values[name] ?? ['x'], random),
  )

const plausible: Record<string, (random: Random) => string> = {
  intent: (random) => oneOf(intents, random),
  start: () => sydney(6, '11:00'),
  email: () => 'guest@forms.test',
  'customer.email': () => 'guest@forms.test',
  'address.postcode': () => '2000',
  postcode: () => '2000',
  place: () => 'mobile',
  'customer.name': () => 'Gus Guest',
  'address.line1': () => '1 Test Street',
}

const formFrom = (names: string[], random: Random): [string, string][] => {
  const chosen = names.filter((name) => random() < (plausible[name] ? 0.7 : 0.25))
  const fields = chosen.map((name): [string, string] => {
    const isOdd = random() < 0.25
    const value = isOdd ? hostileValue(random) : (plausible[name]?.(random) ?? `${name} text`)
    return [
      name,
      typeof value === 'string' ? value.slice(0, 5000) : JSON.stringify(value).slice(0, 5000),
    ]
  })
  if (random() < 0.1)
    fields.push([oneOf(['__proto__', 'constructor', 'toString', 'x[]'], random), '1'])
  return fields
}

const carried = (names: string[], random: Random): Carried => {
  const fields = formFrom(names, random)
  if (random() < 0.6) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams(fields).toString()
    return { headers, body: random() < 0.1 ? `${body}&%E0%A4%A=%` : body }
  }
  return carry(Object.fromEntries(fields), random)
}

const oddHeaders: Record<string, string>[] = [
  ...[{ 'accept-language': '*;q=x' }, { 'accept-language': 'xx-'.repeat(400) }, { accept: 'x' }],
  ...[{ 'x-forwarded-for': 'unknown, 1.2.3.4' }, { 'x-forwarded-proto': 'javascript:' }],
  ...[{ 'x-forwarded-host': 'evil.example' }, { 'x-forwarded-port': '99999' }],
  ...[{ referer: 'not a url' }, { 'user-agent': 'x'.repeat(6000) }, { range: 'bytes=9-1' }],
  ...[{ 'if-none-match': '"' }, { 'if-modified-since': 'x' }, { 'content-encoding': 'gzip' }],
  ...[{ 'x-http-method-override': 'DELETE' }, { 'x-astro-path': '/admin' }, { cookie: ';=;;' }],
  ...[
    { cookie: 'fieldbook-site=%E0%A4%A' },
    { cookie: 'fieldbook-site=a.b.c; fieldbook-booked=%' },
  ],
  ...[{ cookie: 'fieldbook-booked={"x":1}' }, { cookie: `a=${'b'.repeat(4000)}` }, { te: 'x' }],
  ...[{ origin: 'null' }, { origin: 'https://evil.example' }, { origin: 'x' }, { origin: '' }],
]

const requestFrom = (pages: string[], names: string[], random: Random): Sent => {
  const method =
    random() < 0.75 ? 'POST' : oneOf(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'], random)
  const page = pathOf(oneOf(pages, random), random)
  const base: Record<string, string> = { host, origin: `http://${host}` }
  const cookie: Record<string, string> = random() < 0.6 ? { cookie: oneOf(cookies, random) } : {}
  const odd = random() < 0.3 ? oneOf(oddHeaders, random) : {}
  if (method === 'GET' || method === 'HEAD') {
    const query = random() < 0.8 ? `?${new URLSearchParams(formFrom(names, random))}` : '?%E0%A4%A'
    return { method, path: page + query.slice(0, 3000), headers: { ...base, ...cookie, ...odd } }
  }
  const { headers, body } = carried(names, random)
  return {
    ...{ method, path: page, headers: { ...base, ...cookie, ...headers, ...odd } },
    ...(body !== undefined && { body }),
  }
}

test(
  'whatever is sent to a page of the site is answered or refused in words',
  async () => {
    const random = randomFrom(seed)
    const [pages, names] = [sitePages(), fieldNames()]
    const failed: string[] = []
    const counts = new Map<number, number>()
    for (let sent = 0; sent < count; sent++) {
      const request = requestFrom(pages, names, random)
      const { status, text } = await door.send(request)
      counts.set(status, (counts.get(status) ?? 0) + 1)
      if (status >= 500)
        failed.push(
          `${JSON.stringify(request).slice(0, 3000)}\n  → ${status} ${text.slice(0, 300)}`,
        )
    }
    process.stdout.write(
      `hostile forms: ${count} sent, ${failed.length} failed; ${JSON.stringify([...counts])}\n`,
    )
    for (const request of failed) process.stdout.write(`${request}\n`)
    expect(failed).toEqual([])
  },
  Math.max(120_000, count * 200),
)
