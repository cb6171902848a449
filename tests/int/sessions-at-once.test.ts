import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../support/app.ts'
import { askGraphql } from '../support/graphql.ts'
import { emailOf, type Person, password } from '../support/people.ts'
import { runSql } from '../support/run-sql.ts'

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
