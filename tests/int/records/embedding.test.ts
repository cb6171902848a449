import type { AddressInfo } from 'node:net'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountApi } from '../../../src/server/mount-api.ts'
import { pageOrigins } from '../../../src/server/page-origins.ts'
import { createShell } from '../../../src/server/shell.ts'
import { type Harness, openHarness } from '../../support/harness.ts'
import type { Person } from '../../support/people.ts'
import { signIn } from '../../support/sign-in.ts'
import { sydney } from '../../support/shop.ts'

let harness: Harness
let url: string
let close: () => Promise<void>
let now = 0

const shop = 'https://shop.example'
const stranger = 'https://evil.example'

beforeAll(async () => {
  harness = await openHarness()
  const { payload } = harness.app
  const { serverURL } = payload.config
  const shell = createShell({ serverUrl: serverURL, trustProxy: 'loopback', log: () => undefined })
  const payloadInstanceCacheKey = new URL(harness.app.url).pathname.slice(1)
  const api = (request: Request) =>
    handleEndpoints({ config: payload.config, payloadInstanceCacheKey, request })
  shell.open({
    api: mountApi({ api, serverUrl: serverURL }),
    panel: (_req, res) => void res.end('panel'),
    site: (_req, res) => void res.end('site'),
    mayEmbed: pageOrigins(payload, () => now),
    isDatabaseThere: async () => true,
    accountOf: () => null,
  })
  await new Promise<void>((resolve) => shell.server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(shell.server.address() as AddressInfo).port}`
  close = shell.close
  await list([shop])
})
afterAll(async () => {
  await close?.()
  await harness?.stop()
})

const list = async (widgetOrigins: string[]) => {
  const { body } = await harness.send('POST', '/globals/portal-settings', 'admin', {
    widgetOrigins,
  })
  now += 60_000
  return body as { result?: { widgetOrigins: string[] }; errors?: { message: string }[] }
}

type Asked = { method?: string; origin?: string; headers?: Record<string, string>; body?: unknown }
const ask = (path: string, { method = 'GET', origin, headers, body }: Asked = {}) =>
  fetch(`${url}${path}`, {
    method,
    headers: {
      ...(origin && { origin }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const preflight = (path: string, origin: string, method = 'POST') =>
  ask(path, {
    method: 'OPTIONS',
    origin,
    headers: {
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type, idempotency-key',
    },
  })
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin')
const bookings = async () =>
  Number((await harness.sql<{ n: string }>('select count(*) as n from bookings'))[0]?.n)

const wish = (time: string) => ({
  service: 'direct',
  start: sydney(8, time),
  address: { line1: '5 Test Street', suburb: 'Sydney', postcode: '2000' },
  customer: { name: 'Wendy Widget', email: 'wendy@guest.example' },
  source: 'widget',
})

describe('a page that the company lists', () => {
  test('may ask first, and learns what it may send', async () => {
    const answer = await preflight('/api/app/bookings', shop)

    expect(answer.status).toBe(204)
    expect(allowed(answer)).toBe(shop)
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST')
    expect(answer.headers.get('access-control-allow-headers')).toBe('Content-Type, Idempotency-Key')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('vary')).toMatch(/origin/i)
    expect(answer.headers.get('ratelimit')).not.toBeNull()
  })

  test('reads services and times, books as the widget, and reads a refusal', async () => {
    const services = await ask('/api/app/services', { origin: shop })
    const headers = { 'idempotency-key': 'widget-int-1' }
    const made = await ask('/api/app/bookings', {
      ...{ method: 'POST', origin: shop, headers, body: wish('09:00') },
    })
    const refused = await ask('/api/app/bookings', {
      ...{ method: 'POST', origin: shop, body: { ...wish('10:00'), customer: { name: '' } } },
    })

    expect([services.status, allowed(services)]).toEqual([200, shop])
    expect(services.headers.get('vary')).toMatch(/origin/i)
    expect([made.status, allowed(made)]).toEqual([201, shop])
    const { id } = (await made.json()) as { id: string }
    const [row] = await harness.sql<{ source: string }>(
      'select source from bookings where id = $1',
      [id],
    )
    expect(row?.source).toBe('widget')
    const history = await harness.sql<{ channel: string }>(
      'select distinct channel from audit_events where booking = $1',
      [id],
    )
    expect(history).toEqual([{ channel: 'widget' }])
    expect([refused.status, allowed(refused)]).toEqual([422, shop])
  })

  test('takes, keeps and gives back a time', async () => {
    const body = { service: 'direct', start: sydney(8, '11:00'), postcode: '2000' }
    const held = await ask('/api/app/holds', { method: 'POST', origin: shop, body })
    const { id } = (await held.json()) as { id: string }
    const path = `/api/app/holds/${id}`

    expect([held.status, allowed(held)]).toEqual([201, shop])
    expect(
      (await preflight(path, shop, 'DELETE')).headers.get('access-control-allow-methods'),
    ).toBe('DELETE')
    const dropped = await ask(path, { method: 'DELETE', origin: shop })
    expect([dropped.status, allowed(dropped)]).toEqual([204, shop])
  })

  test.each([
    '/api/app/me',
    '/api/app/me/bookings',
    '/api/app/session',
    '/api/bookings',
    '/api/customers/login',
    '/api/graphql',
    '/api/app/slots/explain',
    '/api/app/slots/people',
    '/admin',
    '/',
  ])('is let in nowhere else: %s', async (path) => {
    expect(allowed(await ask(path, { origin: shop }))).toBeNull()
    expect(allowed(await preflight(path, shop))).toBeNull()
  })

  test('never acts as the account signed in to the browser', async () => {
    const tokenOf = async (person: Person) =>
      new Headers(await signIn(harness.app.payload, person)).get('authorization')?.slice(4)
    const cookie = `fieldbook-site=${await tokenOf('customer')}; payload-token=${await tokenOf('admin')}`
    const headers = { cookie, 'x-fieldbook-method': 'GET' }
    const body = wish('12:00')

    const answer = await ask('/api/app/bookings', { method: 'POST', origin: shop, headers, body })

    expect(answer.status).toBe(201)
    expect(answer.headers.getSetCookie()).toEqual([])
    const { id } = (await answer.json()) as { id: string }
    const [row] = await harness.sql<{ created_by_kind: string }>(
      'select created_by_kind from bookings where id = $1',
      [id],
    )
    expect(row?.created_by_kind).toBe('anonymous')
  })
})

describe('a page that the company does not list', () => {
  test.each([stranger, 'null', `${shop}.evil.example`, 'http://shop.example'])(
    'reads nothing and books nothing: %s',
    async (origin) => {
      const before = await bookings()
      const services = await ask('/api/app/services', { origin })
      const asked = await preflight('/api/app/bookings', origin)
      // What a browser sends without asking first: a form's way of sending text.
      const headers = { 'content-type': 'text/plain' }
      const body = wish('14:00')
      const sent = await ask('/api/app/bookings', { method: 'POST', origin, headers, body })
      const slashed = await ask('/api/app/bookings/', { method: 'POST', origin, headers, body })

      expect([allowed(services), allowed(asked), allowed(sent)]).toEqual([null, null, null])
      expect([sent.status, slashed.status]).toEqual([403, 403])
      expect(await bookings()).toBe(before)
    },
  )

  test('is let in as soon as it is listed, and every page by a star', async () => {
    await list([shop, `${stranger}/contact`])
    expect(allowed(await ask('/api/app/services', { origin: stranger }))).toBe(stranger)
    await list(['*'])
    expect(allowed(await ask('/api/app/services', { origin: 'https://any.example' }))).toBe(
      'https://any.example',
    )
    await list([shop])
    expect(allowed(await ask('/api/app/services', { origin: stranger }))).toBeNull()
  })
})

describe('the list of pages', () => {
  test('stores only origins, and refuses anything that is not a page', async () => {
    const { result } = await list([`${shop}/`, shop, 'HTTPS://WWW.shop.example/a?b'])
    expect(result?.widgetOrigins).toEqual([shop, 'https://www.shop.example'])

    for (const wrong of ['shop.example', 'null', 'https://*.shop.example']) {
      expect((await list([wrong])).errors?.[0]?.message).toContain('is no origin')
    }
    expect(allowed(await ask('/api/app/services', { origin: shop }))).toBe(shop)
  })
})

describe('our own pages', () => {
  test('go on as before, listed or not', async () => {
    const origin = url
    const body = wish('16:00')
    const answer = await ask('/api/app/bookings', { method: 'POST', origin, body })

    expect(answer.status).toBe(201)
  })
})
