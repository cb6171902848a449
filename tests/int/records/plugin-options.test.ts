import type { Config } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookings } from '../../../src/index.ts'
import type { Webhook } from '../../../src/integrations.ts'
import { type App, startApp } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})

afterAll(() => app.stop())

const applied = async (options: Parameters<typeof bookings>[0], config = {}): Promise<Config> =>
  bookings(options)(config as Config)

const webhook = (name: string): Webhook => ({
  name,
  verify: () => false,
  read: () => [],
  handle: async () => ({ kind: 'ok', value: 'ignored' }),
})

const slugsOf = ({ collections }: Config) => collections?.map(({ slug }) => slug)

describe('the options', () => {
  test('disabled keeps the schema and takes every endpoint of the product away', async () => {
    const on = await applied({})
    const off = await applied({ disabled: true })

    expect(slugsOf(off)).toEqual(slugsOf(on))
    expect(on.endpoints?.length).toBeGreaterThan(0)
    expect(off.endpoints).toEqual([])
    expect(off.collections?.flatMap(({ endpoints }) => endpoints || [])).toEqual([])
  })

  test('add to what a project has and replace nothing', async () => {
    const own = { slug: 'pages', fields: [] }
    const endpoint = { path: '/hello', method: 'get', handler: () => new Response() }
    const config = await applied(
      { trustedOrigins: ['https://shop.example.com'] },
      { collections: [own], endpoints: [endpoint], csrf: ['https://own.example.com'] },
    )

    expect(slugsOf(config)?.[0]).toBe('pages')
    expect(config.endpoints?.[0]).toBe(endpoint)
    expect(config.csrf).toEqual([
      'https://own.example.com',
      'http://127.0.0.1:3000',
      'https://shop.example.com',
    ])
  })

  test('register what calls back by one value each', async () => {
    const shop = webhook('shop')
    const { custom } = await applied({ webhooks: [shop] }, { custom: { own: true } })

    expect(custom).toMatchObject({ own: true, webhooks: [shop] })
  })

  test.each([
    ['two of one name', [webhook('shop'), webhook('shop')]],
    ['a name that is no address', [webhook('My Shop')]],
    ['one that verifies nothing', [{ ...webhook('shop'), verify: undefined }]],
  ])('refuse %s among what calls back', async (_what, webhooks) => {
    await expect(applied({ webhooks } as never)).rejects.toThrow()
  })

  test('that no one knows are refused', () => {
    expect(() => bookings({ serverUrl: 'https://a.example.com' } as never)({} as Config)).toThrow()
  })

  test('send cookies only over HTTPS where the site is served over HTTPS', async () => {
    const cookiesOf = ({ collections }: Config) =>
      collections?.flatMap(({ auth }) => (typeof auth === 'object' ? [auth.cookies?.secure] : []))

    expect(cookiesOf(await applied({ serverURL: 'https://a.example.com' }))).not.toContain(false)
    expect(cookiesOf(await applied({}))).not.toContain(true)
  })
})

describe('a cookie of the panel', () => {
  const asAdmin = async (headers: Record<string, string>) => {
    const [[, authorization] = ['', '']] = await signIn(app.payload, 'admin')
    const cookie = `payload-token=${authorization.replace('JWT ', '')}`
    const { body } = await app.request<{ user: null | { id: string } }>('GET', '/users/me', {
      headers: { cookie, ...headers },
    })
    return body.user !== null
  }

  test('counts from a page of our own', async () => {
    expect(await asAdmin({ origin: app.payload.config.serverURL })).toBe(true)
    expect(await asAdmin({ origin: 'http://localhost:3000' })).toBe(true)
  })

  test('does not count from a page of someone else', async () => {
    expect(await asAdmin({ origin: 'https://evil.example.com' })).toBe(false)
    expect(await asAdmin({ origin: 'http://127.0.0.1:3001' })).toBe(false)
    expect(await asAdmin({ origin: 'null' })).toBe(false)
  })

  test('does not count without a word of where it comes from', async () => {
    expect(await asAdmin({ origin: '' })).toBe(false)
    expect(await asAdmin({ origin: '', 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(await asAdmin({ origin: '', 'sec-fetch-site': 'same-origin' })).toBe(true)
  })
})
