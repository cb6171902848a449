import type { Endpoint, PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfKey } from '../../../src/access/api-key-session.ts'
import type { KeyScopes } from '../../../src/access/key-scopes.ts'
import { type App, startApp } from '../../support/app.ts'
import { insert, insertBooking, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

type Found = { method: string; path: string; scopes: KeyScopes | undefined }

let app: App
let found: Found[]

const scopesOf = ({ custom }: { custom?: unknown }) =>
  (custom as { scopes?: KeyScopes } | undefined)?.scopes

/** Collections that have no endpoint but the framework's own; the second one signs in. */
const bare = ['skills', 'api-keys', 'media'] as const

/** Every endpoint of ours in the finished configuration, its parameters filled in. */
const endpointsOf = ({ payload }: App): Found[] => {
  const { config, collections } = payload
  const frameworks = new Set(
    bare.flatMap((slug) =>
      (collections[slug].config.endpoints || []).map(({ method, path }) => `${method} ${path}`),
    ),
  )
  // One of ours at a path of the framework's is told apart by its scopes, which its type demands.
  const isOurs = (endpoint: Omit<Endpoint, 'root'>) =>
    scopesOf(endpoint) !== undefined || !frameworks.has(`${endpoint.method} ${endpoint.path}`)
  const named = ({ method, path, ...rest }: Omit<Endpoint, 'root'>, root: string): Found => ({
    method: method.toUpperCase(),
    path: `${root}${path}`.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000'),
    scopes: scopesOf(rest),
  })
  const ofCollections = config.collections.flatMap(({ slug, endpoints }) =>
    (endpoints || [])
      .filter((endpoint) => isOurs(endpoint) && !slug.startsWith('payload-'))
      .map((endpoint) => named(endpoint, `/${slug}`)),
  )
  const ofApp = config.endpoints
    .filter(({ path }) => /^\/(app|webhooks)\//.test(path))
    .map((endpoint) => named(endpoint, ''))
  return [...ofApp, ...ofCollections]
}

const makeKey = async (key: string, scopes: readonly string[]) => {
  const [role] = await runSql<{ id: string }>(
    app.url,
    `select id from roles where slug = 'administrator'`,
  )
  const data = { name: key, keyHash: hashOfKey(key), role: role?.id, scopes, active: true }
  await insert(app.payload, 'api-keys', data)
}

const askWith = (key: string, { method, path }: Pick<Found, 'method' | 'path'>) =>
  app.request<{ errors?: { code: string; message: string }[] }>(method, path, {
    headers: { authorization: `Bearer ${key}` },
    ...(method !== 'GET' && { body: {} }),
  })

beforeAll(async () => {
  app = await startApp()
  const owner = await ownerOf(app.payload, 'customer', 'fieldworker')
  await insertBooking(app.payload, owner, { number: 'SCOPE', start: '2031-05-05T00:00:00.000Z' })
  found = endpointsOf(app)
})
afterAll(() => app.stop())

test('every endpoint that a file of src/endpoints exports is served', async () => {
  const files = import.meta.glob('../../../src/endpoints/**/*.ts', { eager: true })
  const exported = Object.values(files as Record<string, Record<string, unknown>>)
    .flatMap((file) => Object.values(file).flat())
    .filter((value): value is Endpoint => typeof (value as Endpoint | null)?.handler === 'function')

  const known = new Set(found.map(({ method, path }) => `${method} ${path}`))
  for (const { method, path } of exported) {
    const filled = path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000000')
    const places = [
      '',
      '/bookings',
      '/appointments',
      '/series',
      '/users',
      '/customers',
      '/fieldworkers',
      '/webhook-events',
    ]
    const isServed = places.some((place) => known.has(`${method.toUpperCase()} ${place}${filled}`))
    expect(isServed, `${method} ${path}`).toBe(true)
  }
  expect(exported.length).toBeGreaterThan(60)
})

test('every endpoint names the scopes that an API key needs, of collections that exist', () => {
  const slugs = new Set(app.payload.config.collections.map(({ slug }) => slug))
  const unnamed = found.filter(({ scopes }) => {
    if (scopes === 'anyone' || scopes === 'people') return false
    const isNamed = scopes?.every((scope) => {
      const [slug = '', verb = ''] = scope.split(':')
      return slugs.has(slug as 'users') && ['read', 'write'].includes(verb)
    })
    return !isNamed
  })

  expect(unnamed).toEqual([])
  expect(found.length).toBeGreaterThan(70)
})

test('a key of an administrator without any scope gets 403 wherever a stranger may not ask', async () => {
  const key = 'fbk_without-scopes'
  await makeKey(key, [])
  for (const endpoint of found) {
    if (endpoint.scopes === 'anyone') continue
    const { status, body } = await askWith(key, endpoint)
    const at = `${endpoint.method} ${endpoint.path}`
    expect([status, body.errors?.[0]?.code], at).toEqual([403, 'not-allowed'])
  }
})

test('a key that lacks one of several scopes gets 403, and with all of them it is let in', async () => {
  const all = new Set(found.flatMap(({ scopes }) => (Array.isArray(scopes) ? scopes : [])))
  for (const missing of all) {
    await makeKey(
      `fbk_not-${missing}`,
      [...all].filter((scope) => scope !== missing),
    )
  }
  await makeKey('fbk_with-all', [...all])
  for (const { scopes, ...endpoint } of found) {
    if (!Array.isArray(scopes)) continue
    for (const missing of scopes as string[]) {
      const { status, body } = await askWith(`fbk_not-${missing}`, endpoint)
      expect(status, `${endpoint.path} without ${missing}`).toBe(403)
      expect(body.errors?.[0]?.message).toContain(missing)
    }
  }
  for (const path of ['/app/conflicts', '/app/tabs', '/app/board?from=2031-05-05&to=2031-05-05']) {
    expect((await askWith('fbk_with-all', { method: 'GET', path })).status, path).toBe(200)
  }
})

test('an endpoint that names none is closed to keys', async () => {
  const { withKeyScopes } = await import('../../../src/access/key-scopes.ts')
  const answer = async (_req: PayloadRequest) => Response.json({})
  const { handler } = withKeyScopes({ path: '/x', method: 'get', handler: answer })
  const actor = { kind: 'api-key', name: 'Key', permissions: new Set(), scopes: ['users:read'] }

  await expect(handler({ context: { actor } } as never)).rejects.toMatchObject({ status: 403 })
})
