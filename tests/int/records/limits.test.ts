import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { jwtSign } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf } from '../../../src/server/door/account-of.ts'
import { createShell } from '../../../src/server/shell.ts'

const secret = 'what signs the sessions of this test'
const serverUrl = 'http://127.0.0.1'
const shell = createShell({ serverUrl, trustProxy: 'loopback', log: () => undefined })
let origin = ''

beforeAll(async () => {
  const answer = (_req: unknown, res: { sendStatus: (status: number) => unknown }) =>
    void res.sendStatus(204)
  const mayEmbed = () => Promise.resolve(false)
  shell.open({
    api: answer,
    panel: answer,
    site: answer,
    mayEmbed,
    isDatabaseThere: async () => true,
    accountOf: accountOf(secret),
  })
  await new Promise<void>((resolve) => shell.server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(shell.server.address() as AddressInfo).port}`
})
afterAll(() => shell.close())

const tokenOf = async (id: string, { by = secret, seconds = 60 } = {}) => {
  const fieldsToSign = { id, collection: 'users' }
  return (await jwtSign({ fieldsToSign, secret: by, tokenExpiration: seconds })).token
}

/** How many of `count` requests from one office's address are let through. */
const letThrough = async (
  count: number,
  headers: Record<string, string>,
  method = 'POST',
  path = '/api/app/tabs',
) => {
  const ask = () => fetch(`${origin}${path}`, { method, headers })
  const statuses: number[] = []
  while (statuses.length < count) {
    const rest = Math.min(40, count - statuses.length)
    const answers = await Promise.all(Array.from({ length: rest }, ask))
    statuses.push(...answers.map(({ status }) => status))
  }
  return statuses.filter((status) => status === 204).length
}

test('a stranger writes 240 times a minute from one address', async () => {
  const from = { 'x-forwarded-for': '10.1.0.1' }

  expect(await letThrough(250, from)).toBe(240)
  expect(await letThrough(5, { 'x-forwarded-for': '10.1.0.2' })).toBe(5)
})

test('signed-in callers are counted separately, by cookie or header, at any address', async () => {
  const [one, two] = [await tokenOf(randomUUID()), await tokenOf(randomUUID())]
  const from = { 'x-forwarded-for': '10.2.0.1' }
  await letThrough(240, from)

  expect(await letThrough(200, { ...from, cookie: `payload-token=${one}` })).toBe(200)
  const elsewhere = { 'x-forwarded-for': '10.2.0.2', authorization: `JWT ${one}` }
  expect(await letThrough(50, elsewhere)).toBe(40)
  expect(await letThrough(5, { ...from, cookie: `theme=dark; fieldbook-site=${two}` })).toBe(5)
  expect(await letThrough(5, from)).toBe(0)
})

test('a provider calls 1,200 times a minute from one address, counted apart from all else', async () => {
  const from = { 'x-forwarded-for': '10.5.0.1' }
  await letThrough(245, from)

  expect(await letThrough(1210, from, 'POST', '/api/webhooks/shop')).toBe(1200)
})

test('twenty dispatchers behind one address read 2,400 times a minute', async () => {
  const counts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const cookie = `payload-token=${await tokenOf(randomUUID())}`
      return letThrough(120, { 'x-forwarded-for': '10.3.0.1', cookie }, 'GET')
    }),
  )

  expect(counts).toEqual(Array(20).fill(120))
})

test('a forged or expired token, or a key, is counted with its address', async () => {
  const from = { 'x-forwarded-for': '10.4.0.1' }
  const good = await tokenOf(randomUUID())
  const [head, , signature] = good.split('.')
  const other = Buffer.from(JSON.stringify({ id: 'other', collection: 'users', exp: 9e9 }))
  const claims: Record<string, string>[] = [
    { cookie: `payload-token=${await tokenOf(randomUUID(), { by: 'another secret' })}` },
    { cookie: `payload-token=${await tokenOf(randomUUID(), { seconds: -1 })}` },
    { cookie: `payload-token=${head}.${other.toString('base64url')}.${signature}` },
    { authorization: `Bearer fbk_${randomUUID()}` },
    { authorization: 'JWT a.b.c', cookie: 'payload-token=..; fieldbook-site=x.%7B.y' },
  ]
  await letThrough(240, from)

  for (const claim of claims) expect(await letThrough(1, { ...from, ...claim })).toBe(0)
})
