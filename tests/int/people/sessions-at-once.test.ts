import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { askGraphql } from '../../support/graphql.ts'
import { emailOf, type Person, password } from '../../support/people.ts'
import { runSql } from '../../support/run-sql.ts'

let app: App

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const doors = { site: '/app/session', panel: '/users/login', customers: '/customers/login' }

/** The cookie header of a new session, through the door named. */
const signIn = async (person: Person, door: keyof typeof doors = 'site', secret = password) => {
  const body = { email: emailOf(person), password: secret }
  const { status, headers } = await app.request('POST', doors[door], { body })
  return { status, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

const whoIs = async (cookie: string) => {
  const headers = { cookie, 'x-fieldbook-method': 'GET' }
  const { body } = await app.request<{ me: { kind: string } | null }>('GET', '/app/me', { headers })
  return body.me?.kind ?? null
}

const hashOf = (email: string) =>
  runSql(app.url, 'select hash, salt from users where email = $1', [email])

const times = <Result>(count: number, work: (at: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)))

test.each([
  ['customer', 'site', 'customer'],
  ['fieldworker', 'site', 'fieldworker'],
  ['dispatcher', 'panel', 'staff'],
] as const)(
  'twelve sign-ins of one %s at once through the %s are twelve sessions',
  async (person, door, kind) => {
    const opened = await times(12, () => signIn(person, door))

    expect(opened.map(({ status }) => status)).toEqual(Array(12).fill(200))
    expect(await times(12, (at) => whoIs(opened[at]?.cookie ?? ''))).toEqual(Array(12).fill(kind))
  },
)

test('signing out, renewing and signing in at once touch no other session', async () => {
  const opened: string[] = []
  for (let at = 0; at < 12; at += 1) opened.push((await signIn('manager', 'panel')).cookie)
  const carrying = (cookie = '') => ({ headers: { cookie } })
  const does = [
    (cookie?: string) => app.request('POST', '/users/logout', carrying(cookie)),
    (cookie?: string) => app.request('POST', '/users/refresh-token', carrying(cookie)),
    () => signIn('manager', 'panel'),
    (cookie?: string) => app.request('DELETE', '/app/session', carrying(cookie)),
  ]

  const answers = await times(12, async (at) => does[at % 4]?.(opened[at]))

  expect(answers.map((answer) => answer?.status)).toEqual(Array(12).fill(200))
  const stillIn = await times(12, (at) => whoIs(opened[at] ?? ''))
  expect(stillIn).toEqual(opened.map((_, at) => ([1, 2].includes(at % 4) ? 'staff' : null)))
  for (const answer of answers) {
    if (answer && 'cookie' in answer) expect(await whoIs(answer.cookie)).toBe('staff')
  }
})

test('who is switched off while a password is checked stays switched off', async () => {
  const email = emailOf('otherFieldworker')
  const read = () =>
    runSql<{ id: string; active: boolean }>(
      app.url,
      `select id, active from users where email = '${email}'`,
    )
  const [user] = await read()
  const [answer] = await Promise.all([
    signIn('otherFieldworker', 'panel'),
    app.request('PATCH', `/users/${user?.id}`, { as: 'admin', body: { active: false } }),
  ])

  expect(await whoIs(answer.cookie)).toBeNull()
  expect((await read())[0]?.active).toBe(false)
})

test('one right password among many guesses at once is no way in', async () => {
  const guesses = await times(12, (at) =>
    signIn('fieldworker', 'site', at === 6 ? password : `guess ${at}`),
  )

  for (const { cookie } of guesses) expect(await whoIs(cookie)).toBeNull()
  expect((await signIn('fieldworker')).status).toBe(401)
})

test('no other door of the framework opens a session from an older reading', async () => {
  const data = { email: emailOf('admin'), password }
  const query = `mutation { loginUser(email: "${data.email}", password: "${password}") { exp } }`

  await expect(app.payload.login({ collection: 'users', data })).rejects.toThrow(/login/)
  const { errors } = await askGraphql(app, 'dispatcher', query)
  expect(errors?.[0]?.message).toContain('/users/login')
})

test('a forgotten password is replaced only through the mailed link', async () => {
  const email = emailOf('manager')
  const before = await hashOf(email)
  const token = 'a token that somebody got hold of'
  await runSql(
    app.url,
    `update users set reset_password_token = $2, reset_password_expiration = now() + interval '1 hour'
     where email = $1`,
    [email, token],
  )
  const data = { token, password: 'chosen by a stranger' }
  const reset = await app.request<{ errors: { code: string }[] }>('POST', '/users/reset-password', {
    body: data,
  })
  const ask = (mutation: string) => askGraphql(app, 'dispatcher', `mutation { ${mutation} }`)
  const [byGraphql, forgotten] = [
    await ask(`resetPasswordUser(token: "${token}", password: "${data.password}") { token }`),
    await ask(`forgotPasswordUser(email: "${email}")`),
  ]

  expect([reset.status, reset.body.errors[0]?.code]).toEqual([409, 'command-needed'])
  expect(byGraphql.errors?.[0]?.message).toContain('link in our mail')
  expect(forgotten.errors?.[0]?.message).toContain('/users/forgot-password')
  for (const run of [
    () => app.payload.resetPassword({ collection: 'users', data, overrideAccess: true }),
    () => app.payload.forgotPassword({ collection: 'users', data: { email } }),
  ])
    await expect(run()).rejects.toMatchObject({ code: 'command-needed' })
  expect((await app.request('POST', `/users/verify/${token}`)).status).toBe(404)
  expect((await ask(`verifyEmailUser(token: "${token}")`)).errors).toBeDefined()
  expect(await hashOf(email)).toEqual(before)
  expect((await signIn('manager', 'panel')).status).toBe(200)
})

test('no session that has ended comes back, whatever else writes the account', async () => {
  const email = emailOf('manager')
  const [{ id } = { id: '' }] = await runSql<{ id: string }>(
    app.url,
    'select id from users where email = $1',
    [email],
  )
  const carrying = (cookie = '') => ({ headers: { cookie } })
  const [ended, other, kept] = [
    (await signIn('manager', 'panel')).cookie,
    (await signIn('manager', 'panel')).cookie,
    (await signIn('manager', 'panel')).cookie,
  ]
  const writers = [
    () => app.request('POST', '/users/unlock', { as: 'admin', body: { email } }),
    () => app.request('POST', '/users/refresh-token', carrying(other)),
    () => app.request('PATCH', `/users/${id}`, { as: 'admin', body: { phone: '0255501234' } }),
    () => app.request('PATCH', `/users/${id}`, { ...carrying(other), body: { sessions: [] } }),
    () => signIn('manager', 'panel', 'wrong'),
    () => signIn('manager', 'panel'),
  ]

  const [out] = await Promise.all([
    app.request('POST', '/users/logout', carrying(ended)),
    ...writers.map((write) => write()),
  ])

  expect(out.status).toBe(200)
  expect(await whoIs(ended)).toBeNull()
  expect([await whoIs(other), await whoIs(kept)]).toEqual(['staff', 'staff'])
})

test('after signing out everywhere no session is left or can be renewed', async () => {
  const cookies = [
    (await signIn('dispatcher', 'panel')).cookie,
    (await signIn('dispatcher', 'panel')).cookie,
  ]
  const [one, two] = cookies.map((cookie) => ({ headers: { cookie } }))

  const answers = await Promise.all([
    app.request('POST', '/users/logout?allSessions=true', one),
    app.request('POST', '/users/refresh-token', two),
    app.request('POST', '/users/refresh-token', two),
  ])

  expect(answers.map(({ status }) => status < 500)).toEqual([true, true, true])
  for (const cookie of cookies) expect(await whoIs(cookie)).toBeNull()
  expect((await app.request('POST', '/users/refresh-token', two)).status).toBe(403)
})
