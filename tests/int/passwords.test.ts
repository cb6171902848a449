import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendDelivery } from '../../src/jobs/send-delivery.ts'
import { type LinkPurpose, mintLink } from '../../src/operations/messages/mint-link.ts'
import { askGraphql } from '../support/graphql.ts'
import { type Desk, openDesk } from '../support/desk.ts'
import { emailOf, type Person, password } from '../support/people.ts'
import { sydney } from '../support/shop.ts'

type Refused = { errors?: { code: string; field?: string; message: string }[] }
type Account = { id: string; email: string; hash: string; collection: 'customers' | 'users' }

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(async () => {
  for (const table of ['customers', 'users']) {
    await desk.sql(`update ${table} set login_attempts = 0, lock_until = null`)
  }
})
afterAll(() => desk.stop())

const accountOf = async (person: Person): Promise<Account> => {
  const collection = person.toLowerCase().includes('customer') ? 'customers' : 'users'
  const [row] = await desk.sql<Account>(`select * from ${collection} where name = $1`, [person])
  return { ...(row as Account), collection }
}

const signIn = (email: string, secret: string, path = '/app/session') =>
  desk.app.request<Refused & { me?: { kind: string }; next?: string }>('POST', path, {
    body: { email, password: secret },
  })

const cookieIn = ({ headers }: { headers: Headers }) =>
  headers.getSetCookie()[0]?.split(';')[0] ?? ''

const linkFor = async (person: Person, purpose: LinkPurpose) => {
  const { id: subjectId, collection: subjectType } = await accountOf(person)
  const req = await createLocalReq({}, desk.app.payload)
  const expiresAt = Date.now() + 600_000
  const link = await mintLink(req, { purpose, subjectType, subjectId, expiresAt })
  return link.split('/').at(-1)
}

const reset = (token: string | undefined, secret: string) =>
  desk.app.request<Refused>('POST', '/app/session/reset', { body: { token, password: secret } })

const enter = (token: string | undefined) =>
  desk.app.request('POST', '/app/session/enter', { body: { token } })

const sent = async (event: string) => {
  const [row] = await desk.sql<{ id: string; key: string }>(
    'select id, key from deliveries where event = $1 order by created_at desc limit 1',
    [event],
  )
  await sendDelivery(desk.app.payload, { id: row?.id ?? '' })
  const [message] = await desk.sql<{ to: string; text: string; html: string }>(
    'select * from outbox_messages where delivery_key = $1',
    [row?.key],
  )
  return message
}

describe('a password', () => {
  test.each([
    ['customer', 'dispatcher'],
    ['customer', 'admin'],
    ['customer', 'customer'],
    ['dispatcher', 'admin'],
    ['dispatcher', 'dispatcher'],
    ['fieldworker', 'fieldworker'],
  ] as const)('of the %s is set by no save of the %s, at any door', async (person, as) => {
    const before = await accountOf(person)
    const { id, collection } = before
    const chosen = 'a sound and long password'

    const rest = await desk.app.request<Refused>('PATCH', `/${collection}/${id}`, {
      as,
      body: { password: chosen },
    })
    const type = collection === 'users' ? 'User' : 'Customer'
    const mutation = `mutation { update${type}(id: "${id}", data: { password: "${chosen}" }) { id } }`
    const graphql = await askGraphql(desk.app, as, mutation)
    const caller = await accountOf(as)
    const local = desk.app.payload.update({
      collection,
      id,
      data: { password: chosen },
      overrideAccess: false,
      user: caller as never,
    })

    expect([rest.status, rest.body.errors?.[0]?.field]).toEqual([409, 'password'])
    expect(graphql.errors).toBeDefined()
    await expect(local).rejects.toMatchObject({ code: 'command-needed' })
    expect((await accountOf(person)).hash).toBe(before.hash)
  })

  test('is not chosen by whoever makes the account', async () => {
    const body = { name: 'Ada', email: 'ada@people.test' }
    const chosen = await desk.app.request<Refused>('POST', '/customers', {
      as: 'dispatcher',
      body: { ...body, password: 'a sound and long password' },
    })
    const made = await desk.app.request('POST', '/customers', { as: 'dispatcher', body })
    const byForm = new FormData()
    const fromPanel = { name: 'Bo', email: 'bo@people.test', password: 'chosen by invitation' }
    byForm.set('_payload', JSON.stringify(fromPanel))
    const fromForm = await desk.app.request('POST', '/customers', {
      as: 'dispatcher',
      body: byForm,
    })

    expect([chosen.status, chosen.body.errors?.[0]?.code]).toEqual([409, 'command-needed'])
    expect([made.status, fromForm.status]).toEqual([201, 201])
    expect((await signIn('bo@people.test', 'chosen by invitation')).status).toBe(401)
  })

  test.each(['123', 'password1234', '1234567890', emailOf('fieldworker')])(
    'such as %s is refused in words by every way that sets one',
    async (weak) => {
      const token = await linkFor('fieldworker', 'reset')
      const { id } = await accountOf('fieldworker')
      const present = { present: password, password: weak }

      const byLink = await reset(token, weak)
      const own = await desk.app.request<Refused>('POST', '/app/me/password', {
        as: 'fieldworker',
        body: present,
      })
      const byCode = desk.app.payload.update({
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
      expect((await signIn(emailOf('fieldworker'), password)).status).toBe(200)
    },
  )

  test('of one’s own takes the present one, and ends the other sessions and every link', async () => {
    const email = emailOf('otherFieldworker')
    const [here, there] = [await signIn(email, password), await signIn(email, password)]
    const links = [
      await linkFor('otherFieldworker', 'reset'),
      await linkFor('otherFieldworker', 'sign-in'),
    ]
    const change = (present: string) =>
      desk.app.request<Refused>('POST', '/app/me/password', {
        headers: { cookie: cookieIn(here) },
        body: { present, password: 'seven green lamps' },
      })
    const me = async (answer: { headers: Headers }) => {
      const headers = { cookie: cookieIn(answer), 'x-fieldbook-method': 'GET' }
      const { body } = await desk.app.request<{ me: object | null }>('GET', '/app/me', { headers })
      return body.me !== null
    }

    const wrong = await change('not the present one')
    const right = await change(password)

    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([403, 'present'])
    expect(right.status).toBe(200)
    expect([await me(here), await me(there)]).toEqual([true, false])
    expect((await signIn(email, password)).status).toBe(401)
    expect((await signIn(email, 'seven green lamps')).status).toBe(200)
    expect((await reset(links[0], 'eight green lamps')).status).toBe(410)
    expect((await enter(links[1])).status).toBe(410)
    const strangers = await desk.app.request('POST', '/app/me/password', {
      body: { present: password, password: 'seven green lamps' },
    })
    expect(strangers.status).toBe(401)
  })

  test('is guessed five times at most through the form for a new one', async () => {
    const guess = (present: string) =>
      desk.app.request('POST', '/app/me/password', {
        as: 'manager',
        body: { present, password: 'seven green lamps' },
      })
    for (let at = 0; at < 5; at += 1) expect((await guess(`guess ${at}`)).status).toBe(403)
    expect((await guess(password)).status).not.toBe(200)
    expect((await signIn(emailOf('manager'), password)).status).toBe(401)
  })
})

describe('links into an account', () => {
  test('of one purpose: the newest alone works', async () => {
    const older = await linkFor('customer', 'reset')
    const signInLink = await linkFor('customer', 'sign-in')
    const newer = await linkFor('customer', 'reset')

    expect((await reset(older, 'a first sound password')).status).toBe(410)
    expect((await enter(signInLink)).status).toBe(200)
    expect((await reset(newer, 'a second sound password')).status).toBe(200)
    expect((await reset(older, 'a third sound password')).status).toBe(410)
  })

  test('end with a reset, whatever they are for', async () => {
    const [used, other, invitation] = [
      await linkFor('otherCustomer', 'reset'),
      await linkFor('otherCustomer', 'sign-in'),
      await linkFor('otherCustomer', 'invite'),
    ]
    expect((await reset(used, 'a sound new password')).status).toBe(200)
    expect((await enter(other)).status).toBe(410)
    expect((await reset(invitation, 'a sound newer password')).status).toBe(410)
  })

  test.each([
    ['a new e-mail address', { email: 'moved@people.test' }, { email: emailOf('otherCustomer') }],
    ['switching off', { active: false }, { active: true }],
  ])('end with %s', async (_what, change, back) => {
    const { id } = await accountOf('otherCustomer')
    const token = await linkFor('otherCustomer', 'sign-in')
    const save = (body: object) => desk.send('PATCH', `/customers/${id}`, 'dispatcher', body)

    expect((await save(change)).status).toBe(200)
    expect((await save(back)).status).toBe(200)
    expect((await enter(token)).status).toBe(410)
  })

  test('into bookings stay open, several at a time', async () => {
    const req = await createLocalReq({}, desk.app.payload)
    const { body } = await desk.book({
      service: 'direct',
      start: sydney(3, '09:00'),
      customer: { name: 'Guest', email: 'guest@people.test' },
    })
    const view = { purpose: 'view', subjectType: 'bookings', subjectId: body.id } as const
    const expiresAt = Date.now() + 600_000
    const made = [
      await mintLink(req, { ...view, expiresAt, maxUses: 100 }),
      await mintLink(req, { ...view, expiresAt, maxUses: 100 }),
    ]
    for (const link of made) {
      const token = link.split('/').at(-1)
      expect((await desk.app.request('GET', `/app/links/${token}`)).status).toBe(200)
    }
  })
})

describe('a changed e-mail address', () => {
  test('is told to the old one, of customers and of users', async () => {
    const { id } = await accountOf('otherCustomer')
    const was = emailOf('otherCustomer')
    const path = `/customers/${id}`
    expect(
      (await desk.send('PATCH', path, 'dispatcher', { email: 'new@people.test' })).status,
    ).toBe(200)

    const message = await sent('email-changed')
    expect(message?.to).toBe(was)
    expect(message?.text).toContain('e-mail address')
    expect(message?.text).not.toContain('/enter/')
    await desk.send('PATCH', path, 'dispatcher', { email: was })

    const user = await accountOf('dispatcher')
    const body = { email: 'changed@people.test' }
    expect((await desk.send('PATCH', `/users/${user.id}`, 'admin', body)).status).toBe(200)
    expect((await sent('email-changed'))?.to).toBe(emailOf('dispatcher'))
    await desk.send('PATCH', `/users/${user.id}`, 'admin', { email: emailOf('dispatcher') })
  })

  test('is told to nobody where the old one was made up', async () => {
    const made = await desk.book(
      { service: 'direct', start: sydney(4, '09:00'), customer: { name: 'By phone' } },
      'dispatcher',
    )
    const [row] = await desk.sql<{ id: string }>(
      'select customer_id as id from bookings where id = $1',
      [made.body.id],
    )
    const count = async () =>
      (await desk.sql(`select 1 from deliveries where event = 'email-changed'`)).length
    const before = await count()
    await desk.send('PATCH', `/customers/${row?.id}`, 'dispatcher', { email: 'phone@people.test' })

    expect(await count()).toBe(before)
  })
})

describe('an address that several accounts have', () => {
  const email = emailOf('fieldworker')

  test('of a fieldworker is known when a guest books under it, and opens no account of the guest', async () => {
    const start = sydney(5, '09:00')
    const made = await desk.book({ service: 'direct', start, customer: { name: 'Guest', email } })
    const [booking] = await desk.sql<{ customer: string; email: string }>(
      `select c.email as customer, b.customer_snapshot_email as email
        from bookings b join customers c on c.id = b.customer_id where b.id = $1`,
      [made.body.id],
    )

    expect(made.status).toBe(201)
    expect(booking?.customer).toMatch(/@no-email\.invalid$/)
    expect(booking?.email).toBe(email)
    const { body } = await signIn(email, password)
    expect(body.next).toBe('/field')
  })

  test('signs in to either by its own password, and a right one counts as no wrong try', async () => {
    const made = await desk.app.payload.create({
      collection: 'customers',
      data: {
        name: 'Also a customer',
        email,
        password: 'the customer’s own password',
        active: true,
      },
      overrideAccess: true,
    })
    for (let at = 0; at < 6; at += 1) {
      expect((await signIn(email, password)).body.me?.kind).toBe('fieldworker')
    }
    expect((await signIn(email, 'the customer’s own password')).body.me?.kind).toBe('customer')
    const rows = await desk.sql<{ login_attempts: string }>(
      'select login_attempts from customers where id = $1',
      [made.id],
    )
    expect(Number(rows[0]?.login_attempts ?? 0)).toBe(0)
  })

  test('gets one mail that offers each account', async () => {
    await desk.app.request('POST', '/app/session/link', { body: { email } })
    const message = await sent('sign-in-link')
    const tokens = [...new Set(message?.text.match(/(?<=\/enter\/)[\w-]+/g) ?? [])]
    expect(tokens).toHaveLength(2)
    const kinds: unknown[] = []
    for (const token of tokens) {
      const { body } = await enter(token)
      kinds.push((body as { me?: { kind: string } }).me?.kind)
    }
    expect(kinds).toEqual(['customer', 'fieldworker'])
  })
})

describe('a sign-in that fails', () => {
  const doors = {
    '/app/session': ['customer', 'dispatcher'],
    '/users/login': ['dispatcher'],
    '/customers/login': ['customer'],
  } as const

  test('answers in the same words whether the account is unknown, locked, off or wrong', async () => {
    for (const [path, persons] of Object.entries(doors)) {
      for (const person of persons) {
        const email = emailOf(person)
        const table = (await accountOf(person)).collection
        const lock = (until: string) =>
          desk.sql(`update ${table} set lock_until = ${until} where email = $1`, [email])
        const activate = (active: boolean) =>
          desk.sql(`update ${table} set active = $2 where email = $1`, [email, active])
        const unknown = await signIn('nobody@people.test', password, path)
        const wrong = await signIn(email, 'wrong password', path)
        await lock(`now() + interval '1 minute'`)
        const locked = await signIn(email, password, path)
        await lock('null')
        await activate(false)
        const off = await signIn(email, password, path)
        await activate(true)

        expect(unknown.status).toBe(401)
        for (const answer of [wrong, locked, off]) {
          expect([answer.status, answer.body], path).toEqual([401, unknown.body])
        }
      }
    }
  })

  test('costs one check of a password for each kind of account, known or not', async () => {
    const spent = async (email: string, path: string) => {
      const before = process.cpuUsage()
      await signIn(email, 'wrong password', path)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    const median = async (email: string, path: string) => {
      const all: number[] = []
      for (let at = 0; at < 3; at += 1) all.push(await spent(email, path))
      return all.toSorted((one, other) => one - other)[1] ?? 0
    }
    const lock = `update users set lock_until = now() + interval '5 minutes' where name = 'admin'`
    await desk.sql(lock)
    for (const path of Object.keys(doors)) {
      const times = [
        await median('nobody@people.test', path),
        await median(emailOf('manager'), path),
        await median(emailOf('admin'), path),
        await median(emailOf('customer'), path),
      ]
      expect(Math.max(...times) / Math.min(...times), `${path} ${times.join(' ')}`).toBeLessThan(2)
    }
  })
})
