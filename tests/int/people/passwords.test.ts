import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type AccountHarness,
  openAccountHarness,
  type Refused,
} from '../../support/account-harness.ts'
import { askGraphql } from '../../support/graphql.ts'
import { emailOf, password } from '../../support/people.ts'

let harness: AccountHarness

beforeAll(async () => {
  harness = await openAccountHarness()
})
beforeEach(() => harness.unlockAll())
afterAll(() => harness.stop())

const cookieIn = ({ headers }: { headers: Headers }) =>
  headers.getSetCookie()[0]?.split(';')[0] ?? ''

describe('a password', () => {
  test.each([
    ['customer', 'dispatcher'],
    ['customer', 'admin'],
    ['customer', 'customer'],
    ['dispatcher', 'admin'],
    ['dispatcher', 'dispatcher'],
    ['fieldworker', 'fieldworker'],
  ] as const)('of the %s is set by no save of the %s, at any door', async (person, as) => {
    const before = await harness.accountOf(person)
    const { id, collection } = before
    const chosen = 'a sound and long password'

    const rest = await harness.app.request<Refused>('PATCH', `/${collection}/${id}`, {
      as,
      body: { password: chosen },
    })
    const type = collection === 'users' ? 'User' : 'Customer'
    const mutation = `mutation { update${type}(id: "${id}", data: { password: "${chosen}" }) { id } }`
    const graphql = await askGraphql(harness.app, as, mutation)
    const caller = await harness.accountOf(as)
    const local = harness.app.payload.update({
      collection,
      id,
      data: { password: chosen },
      overrideAccess: false,
      user: caller as never,
    })

    expect([rest.status, rest.body.errors?.[0]?.field]).toEqual([409, 'password'])
    expect(graphql.errors).toBeDefined()
    await expect(local).rejects.toMatchObject({ code: 'command-needed' })
    expect((await harness.accountOf(person)).hash).toBe(before.hash)
  })

  test('is not chosen by the person who creates the account', async () => {
    const body = { name: 'Ada', email: 'ada@people.test' }
    const chosen = await harness.app.request<Refused>('POST', '/customers', {
      as: 'dispatcher',
      body: { ...body, password: 'a sound and long password' },
    })
    const made = await harness.app.request('POST', '/customers', { as: 'dispatcher', body })
    const byForm = new FormData()
    const fromPanel = { name: 'Bo', email: 'bo@people.test', password: 'chosen by invitation' }
    byForm.set('_payload', JSON.stringify(fromPanel))
    const fromForm = await harness.app.request('POST', '/customers', {
      as: 'dispatcher',
      body: byForm,
    })

    expect([chosen.status, chosen.body.errors?.[0]?.code]).toEqual([409, 'command-needed'])
    expect([made.status, fromForm.status]).toEqual([201, 201])
    expect((await harness.signIn('bo@people.test', 'chosen by invitation')).status).toBe(401)
  })

  test.each(['123', 'password1234', '1234567890', emailOf('fieldworker')])(
    'such as %s is refused in words by every way that sets one',
    async (weak) => {
      const token = await harness.linkFor('fieldworker', 'reset')
      const { id } = await harness.accountOf('fieldworker')
      const present = { present: password, password: weak }

      const byLink = await harness.reset(token, weak)
      const own = await harness.app.request<Refused>('POST', '/app/me/password', {
        as: 'fieldworker',
        body: present,
      })
      const byCode = harness.app.payload.update({
        collection: 'users',
        id,
        data: { password: weak, email: emailOf('fieldworker') },
        overrideAccess: true,
      })

      for (const { status, body } of [byLink, own]) {
        expect([status, body.errors?.[0]?.field]).toEqual([422, 'password'])
        expect(body.errors?.[0]?.message).not.toMatch(/Too small|expected/)
      }
      await expect(byCode).rejects.toMatchObject({ field: 'password' })
      expect((await harness.signIn(emailOf('fieldworker'), password)).status).toBe(200)
    },
  )

  test('of one’s own takes the present one, and ends the other sessions and every link', async () => {
    const email = emailOf('otherFieldworker')
    const [here, there] = [
      await harness.signIn(email, password),
      await harness.signIn(email, password),
    ]
    const links = [
      await harness.linkFor('otherFieldworker', 'reset'),
      await harness.linkFor('otherFieldworker', 'sign-in'),
    ]
    const change = (present: string) =>
      harness.app.request<Refused>('POST', '/app/me/password', {
        headers: { cookie: cookieIn(here) },
        body: { present, password: 'seven green lamps' },
      })
    const me = async (answer: { headers: Headers }) => {
      const headers = { cookie: cookieIn(answer), 'x-fieldbook-method': 'GET' }
      const { body } = await harness.app.request<{ me: object | null }>('GET', '/app/me', {
        headers,
      })
      return body.me !== null
    }

    const wrong = await change('not the present one')
    const right = await change(password)

    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([403, 'present'])
    expect(right.status).toBe(200)
    expect([await me(here), await me(there)]).toEqual([true, false])
    expect((await harness.signIn(email, password)).status).toBe(401)
    expect((await harness.signIn(email, 'seven green lamps')).status).toBe(200)
    expect((await harness.reset(links[0], 'eight green lamps')).status).toBe(410)
    expect((await harness.enter(links[1])).status).toBe(410)
    const strangers = await harness.app.request('POST', '/app/me/password', {
      body: { present: password, password: 'seven green lamps' },
    })
    expect(strangers.status).toBe(401)
  })

  test('is guessed five times at most through the form for a new one', async () => {
    const guess = (present: string) =>
      harness.app.request('POST', '/app/me/password', {
        as: 'manager',
        body: { present, password: 'seven green lamps' },
      })
    for (let at = 0; at < 5; at += 1) expect((await guess(`guess ${at}`)).status).toBe(403)
    expect((await guess(password)).status).not.toBe(200)
    expect((await harness.signIn(emailOf('manager'), password)).status).toBe(401)
  })
})
