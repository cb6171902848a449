import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type LinkPurpose, mintLink } from '../../../src/operations/messages/mint-link.ts'
import { type App, startApp } from '../../support/app.ts'
import { emailOf, type Person, password } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})
beforeEach(async () => {
  for (const table of ['customers', 'users']) {
    await runSql(app.url, `update ${table} set login_attempts = 0, lock_until = null`)
  }
})
afterEach(() => vi.useRealTimers())
afterAll(() => app.stop())

type Opened = { me: { kind: string } | null; next: string }

const signIn = (person: Person, secret = password) =>
  app.request<Opened>('POST', '/app/session', {
    body: { email: emailOf(person), password: secret },
  })

/** The name and value of the cookie that an answer sets. */
const cookieIn = ({ headers }: { headers: Headers }) =>
  headers.getSetCookie()[0]?.split(';')[0] ?? ''

const whoIs = async (cookie: string) => {
  const headers = { cookie, 'x-fieldbook-method': 'GET' }
  return (await app.request<Opened>('GET', '/app/me', { headers })).body.me?.kind ?? null
}

const opensThePanel = async (cookie: string) => {
  const headers = { cookie, 'x-fieldbook-method': 'GET' }
  const { body } = await app.request<{ canAccessAdmin?: boolean }>('GET', '/access', { headers })
  return body.canAccessAdmin === true
}

const tokenFor = async (
  purpose: LinkPurpose,
  { person, expiresAt = Date.now() + 60_000 }: { person: Person; expiresAt?: number },
) => {
  const collection = person === 'customer' ? 'customers' : 'users'
  const { docs } = await app.payload.find({
    collection,
    where: { email: { equals: emailOf(person) } },
    overrideAccess: true,
  })
  const req = await createLocalReq({}, app.payload)
  const subjectId = docs[0]?.id ?? ''
  const link = await mintLink(req, { purpose, subjectType: collection, subjectId, expiresAt })
  return link.split('/').at(-1)
}

test('customers and fieldworkers get the cookie of the site, which does not open the panel', async () => {
  for (const person of ['customer', 'fieldworker'] as const) {
    const answer = await signIn(person)
    const [set = ''] = answer.headers.getSetCookie()

    expect(answer.status).toBe(200)
    expect(set).toMatch(/^fieldbook-site=.+HttpOnly/)
    expect(set).toContain('SameSite=Lax')
    expect(await whoIs(cookieIn(answer))).toBe(person)
    expect(await opensThePanel(cookieIn(answer))).toBe(false)
    const asPanel = cookieIn(answer).replace('fieldbook-site', 'payload-token')
    expect(await opensThePanel(asPanel)).toBe(false)
  }
})

test('staff who sign in on the site are sent to the panel with its own cookie', async () => {
  const answer = await signIn('dispatcher')

  expect(answer.body.next).toBe('/admin')
  expect(cookieIn(answer)).toMatch(/^payload-token=/)
  expect(answer.headers.getSetCookie()[0]).toContain('SameSite=Strict')
  expect(await opensThePanel(cookieIn(answer))).toBe(true)
})

test('after five wrong passwords even the right one is refused, in the same words', async () => {
  for (let wrong = 0; wrong < 5; wrong += 1) {
    expect((await signIn('customer', 'wrong')).status).toBe(401)
  }
  const right = await signIn('customer')
  const unknown = await app.request('POST', '/app/session', {
    body: { email: 'nobody@people.test', password },
  })

  expect(right.status).toBe(401)
  expect(right.body).toEqual(unknown.body)
})

test('a locked customer gets in by a mailed link', async () => {
  for (let wrong = 0; wrong < 5; wrong += 1) await signIn('customer', 'wrong')
  const token = await tokenFor('sign-in', { person: 'customer' })

  const answer = await app.request<Opened>('POST', '/app/session/enter', { body: { token } })

  expect(answer.body).toMatchObject({ me: { kind: 'customer' }, next: '/my' })
  expect(await whoIs(cookieIn(answer))).toBe('customer')
})

test('a link works once, in time, and only for its purpose', async () => {
  const enter = async (token: string | undefined) =>
    (await app.request('POST', '/app/session/enter', { body: { token } })).status
  const late = await tokenFor('sign-in', { person: 'customer', expiresAt: Date.now() - 1 })
  const reset = await tokenFor('reset', { person: 'customer' })
  const good = await tokenFor('enter', { person: 'dispatcher' })

  expect(await enter(late)).toBe(410)
  expect(await enter(reset)).toBe(410)
  expect(await enter(good)).toBe(200)
  expect(await enter(good)).toBe(410)
})

test('D16: a clock that jumps ends sessions at most for as long as it is wrong, and revives no link', async () => {
  const customer = cookieIn(await signIn('customer'))
  const dispatcher = cookieIn(await signIn('dispatcher'))
  const [late, good] = [
    await tokenFor('sign-in', { person: 'customer', expiresAt: Date.now() - 1 }),
    await tokenFor('sign-in', { person: 'customer' }),
  ]
  const now = Date.now()
  const at = async (hours: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: now + hours * 3_600_000 })
    return [await whoIs(customer), await opensThePanel(dispatcher)]
  }
  const enter = (token: string | undefined) =>
    app.request('POST', '/app/session/enter', { body: { token } })

  expect(await at(-1)).toEqual(['customer', true])
  expect((await enter(late)).status).toBe(410)
  expect(await at(1)).toEqual(['customer', true])
  expect(await at(400 * 24)).toEqual([null, false])
  expect(await at(0)).toEqual(['customer', true])
  await at(1)
  const entered = await enter(good)
  expect(entered.status).toBe(200)
  expect(await whoIs(cookieIn(entered))).toBe('customer')
  await at(-1)
  expect(await whoIs(cookieIn(entered))).toBe('customer')
})

test('a new password ends every other session and the lock', async () => {
  const before = cookieIn(await signIn('fieldworker'))
  for (let wrong = 0; wrong < 5; wrong += 1) await signIn('fieldworker', 'wrong')
  const token = await tokenFor('reset', { person: 'fieldworker' })
  const chosen = 'another sound password'

  const reset = await app.request<Opened>('POST', '/app/session/reset', {
    body: { token, password: chosen },
  })

  expect(reset.body.next).toBe('/field')
  expect(await whoIs(before)).toBeNull()
  expect(await whoIs(cookieIn(reset))).toBe('fieldworker')
  expect((await signIn('fieldworker')).status).toBe(401)
  expect((await signIn('fieldworker', chosen)).status).toBe(200)
})

test('an account that is switched off gets in by no door', async () => {
  const cookie = cookieIn(await signIn('otherFieldworker'))
  const token = await tokenFor('sign-in', { person: 'otherFieldworker' })
  const off = `update users set active = false where email = '${emailOf('otherFieldworker')}'`
  await runSql(app.url, off)

  expect(await whoIs(cookie)).toBeNull()
  expect((await signIn('otherFieldworker')).status).toBe(401)
  const entered = await app.request('POST', '/app/session/enter', { body: { token } })
  expect(entered.status).toBe(401)
})

test('a forgotten password is mailed through the ledger, and no one learns who has an account', async () => {
  const mails = () =>
    runSql<{ n: string }>(
      app.url,
      `select count(*) as n from deliveries where event = 'password-reset'`,
    ).then(([row]) => Number(row?.n))
  const ask = (email: string) => app.request('POST', '/users/forgot-password', { body: { email } })
  const before = await mails()

  const known = await ask(emailOf('dispatcher'))
  const unknown = await ask('nobody@example.com')

  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  expect(await mails()).toBe(before + 1)

  const form = new FormData()
  form.set('_payload', JSON.stringify({ email: emailOf('admin') }))
  const fromPanel = await app.request('POST', '/users/forgot-password', { body: form })
  const empty = await app.request('POST', '/users/forgot-password', { body: {} })

  expect([fromPanel.status, empty.status]).toEqual([known.status, 422])
  expect(await mails()).toBe(before + 2)
})

test('the office mails a colleague a password link when the role allows it', async () => {
  const { docs } = await app.payload.find({
    collection: 'users',
    where: { email: { equals: emailOf('fieldworker') } },
    overrideAccess: true,
  })
  const path = `/users/${docs[0]?.id}/password-link`

  expect((await app.request('POST', path, { as: 'admin' })).status).toBe(202)
  for (const as of ['dispatcher', 'fieldworker', 'customer', 'anonymous'] as const) {
    expect((await app.request('POST', path, { as })).status).toBe(403)
  }
})
