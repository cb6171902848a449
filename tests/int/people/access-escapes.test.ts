import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { emailOf, type Person, people } from '../../support/people.ts'
import { insertBooking, type Owned, ownerOf } from '../../support/records.ts'
import { runSql } from '../../support/run-sql.ts'

type Doc = Record<string, unknown> & { id: string }
type List = { docs?: Doc[]; totalDocs?: number }

const signedIn = people.filter((person) => person !== 'apiKey' && person !== 'anonymous')
const outside: Person[] = ['customer', 'otherCustomer', 'fieldworker', 'otherFieldworker']

let app: App
let mine: Owned
let others: Owned

beforeAll(async () => {
  app = await startApp()
  const { payload, url } = app
  mine = await insertBooking(payload, await ownerOf(payload, 'customer', 'fieldworker'), {
    number: 'MINE',
    start: '2030-01-01T00:00:00.000Z',
  })
  others = await insertBooking(
    payload,
    await ownerOf(payload, 'otherCustomer', 'otherFieldworker'),
    { number: 'OTHER', start: '2030-01-01T00:00:00.000Z' },
  )
  for (const statement of [
    `update bookings set notes_internal = 'canary-internal', gates_approval_reason = 'canary-gate',
       cancellation_reason = 'canary-reason',
       created_by_name = 'canary-creator', workflow_status = 'canary-workflow'`,
    `update bookings set owner_id = (select id from users where email = '${emailOf('admin')}')`,
    `update customers set notes = 'canary-customer', reset_password_token = 'canary-reset'`,
    `update users set phone = 'canary-phone', reset_password_token = 'canary-reset-user'`,
    `update appointments set outcome_notes = 'canary-outcome'`,
  ]) {
    await runSql(url, statement)
  }
})

afterAll(() => app.stop())

/** Passwords, and the sessions of everybody else: an account may see its own. */
const secretsFrom = async (person: Person): Promise<string[]> => {
  const secrets: string[] = []
  for (const collection of ['users', 'customers'] as const) {
    const { docs } = await app.payload.db.find<Doc>({ collection, limit: 100 })
    for (const { hash, salt, sessions, email } of docs) {
      const isOwn = email === emailOf(person)
      const ids = isOwn ? [] : ((sessions ?? []) as { id: string }[]).map(({ id }) => id)
      secrets.push(...[hash, salt, ...ids].filter((secret) => typeof secret === 'string'))
    }
  }
  return secrets
}

const ask = (person: Person, path: string) => app.request<List>('GET', path, { as: person })

/** The rows that a filter or an order over a path gave away. */
const rowsBy = async (person: Person, slug: string, query: string) => {
  const { status, body } = await ask(person, `/${slug}?${query}`)
  expect(status, `${person} ${slug} ${query}`).toBeLessThan(500)
  return status === 200 ? (body.docs?.length ?? 0) : 0
}

const accountSecrets: [string, string][] = [
  ['users', 'hash'],
  ['users', 'salt'],
  ['users', 'sessions.id'],
  ['users', 'resetPasswordToken'],
  ['users', 'loginAttempts'],
  ['customers', 'hash'],
  ['customers', 'salt'],
  ['customers', 'sessions.id'],
  ['customers', 'resetPasswordToken'],
  ['bookings', 'customer.hash'],
  ['bookings', 'customer.resetPasswordToken'],
  ['bookings', 'owner.hash'],
  ['bookings', 'owner.sessions.id'],
  ['api-keys', 'keyHash'],
]

const officeSecrets: [string, string][] = [
  ['bookings', 'notes.internal'],
  ['bookings', 'gates.approvalReason'],
  ['bookings', 'cancellation.reason'],
  ['bookings', 'owner'],
  ['bookings', 'owner.name'],
  ['bookings', 'labels'],
  ['bookings', 'createdByName'],
  ['bookings', 'workflowStatus'],
  ['bookings', 'customer.notes'],
  ['customers', 'notes'],
  ['appointments', 'reservedFor'],
  ['appointments', 'booking.notes.internal'],
  ['appointments', 'booking.cancellation.reason'],
  ['properties', 'notes'],
  ['appointments', 'booking.customer.notes'],
  ['booking-lines', 'booking.notes.internal'],
]

const fieldworkerSecrets: [string, string][] = [
  ['customers', 'email'],
  ['bookings', 'customer.email'],
  ['bookings', 'customerSnapshot.email'],
  ['appointments', 'booking.customer.email'],
]

const filters = (path: string) => [
  `where[${path}][exists]=true`,
  `where[${path}][like]=a`,
  `where[or][0][${path}][not_equals]=x`,
  `where[and][0][or][0][${path}][exists]=true`,
  `sort=${path}`,
  `sort=-${path}`,
]

const expectBlind = async (person: Person, secrets: [string, string][]) => {
  for (const [slug, path] of secrets) {
    for (const query of filters(path)) {
      expect(await rowsBy(person, slug, query), `${person} ${slug} ${query}`).toBe(0)
    }
  }
}

describe('a hidden field', () => {
  test('of an account filters and orders nothing for anybody', async () => {
    for (const person of signedIn) await expectBlind(person, accountSecrets)
  })

  test('of the office filters and orders nothing outside it', async () => {
    for (const person of outside) await expectBlind(person, officeSecrets)
  })

  test('of a customer filters and orders nothing for a fieldworker', async () => {
    for (const person of ['fieldworker', 'otherFieldworker'] as const) {
      await expectBlind(person, fieldworkerSecrets)
    }
  })
})

const tricks = [
  'depth=2',
  'depth=10',
  'depth=2&select[hash]=true&select[salt]=true&select[sessions]=true&select[notes]=true',
  'depth=2&populate[customers][notes]=true&populate[customers][hash]=true&populate[users][hash]=true',
  'depth=2&populate[users][phone]=true&populate[users][email]=true&populate[users][sessions]=true',
  'depth=2&joins[appointments][limit]=0&joins[lines][limit]=0&joins[addresses][limit]=0',
  'depth=2&draft=true&showHiddenFields=true&overrideAccess=true',
]

describe('what comes out', () => {
  test('never contains a password, a session or a token', async () => {
    for (const person of signedIn) await ask(person, '/users/me')
    for (const person of signedIn) {
      const secrets = [...(await secretsFrom(person)), 'canary-reset']
      expect(secrets.length).toBeGreaterThan(10)
      for (const slug of ['users', 'customers', 'bookings', 'appointments', 'fieldworkers']) {
        for (const trick of tricks) {
          const text = JSON.stringify((await ask(person, `/${slug}?${trick}`)).body)
          const found = secrets.filter((secret) => text.includes(secret))
          expect(found, `${person} ${slug} ${trick}`).toEqual([])
        }
      }
    }
  })

  test('outside the office holds nothing of the office', async () => {
    const canary = /canary-(internal|gate|reason|creator|workflow|customer|phone)/
    for (const person of outside) {
      const isOwner = person === 'customer' || person === 'fieldworker'
      const { booking, appointment } = isOwner ? mine : others
      for (const trick of tricks) {
        for (const path of [`/bookings/${booking}`, `/appointments/${appointment}`, '/customers']) {
          const { status, body } = await ask(person, `${path}?${trick}`)
          const text = JSON.stringify(body)
          // A trick that names what is not there is refused instead.
          expect([200, 422], `${person} ${path} ${trick}`).toContain(status)
          expect(canary.exec(text)?.[0], `${person} ${path} ${trick}`).toBeUndefined()
        }
      }
    }
  })

  test('for a customer holds neither the other customer nor what a visit came to', async () => {
    const other = emailOf('otherCustomer')
    for (const trick of tricks) {
      for (const slug of ['bookings', 'appointments', 'customers', 'addresses', 'users']) {
        const text = JSON.stringify((await ask('customer', `/${slug}?${trick}`)).body)
        expect(text.includes(other) || text.includes(others.booking), `${slug} ${trick}`).toBe(
          false,
        )
        expect(text.includes('canary-outcome'), `${slug} ${trick}`).toBe(false)
      }
    }
  })

  test('for a fieldworker holds no e-mail address of a customer', async () => {
    for (const trick of tricks) {
      for (const slug of ['bookings', 'appointments', 'customers', 'addresses']) {
        const text = JSON.stringify((await ask('fieldworker', `/${slug}?${trick}`)).body)
        expect(text.includes(emailOf('customer')), `${slug} ${trick}`).toBe(false)
      }
    }
  })
})

describe('a filter', () => {
  test('never widens what a customer sees', async () => {
    for (const query of [
      `where[id][equals]=${others.booking}`,
      `where[or][0][id][equals]=${others.booking}&where[or][1][number][equals]=OTHER`,
      `where[customer][equals]=${others.customer}`,
      'where[number][like]=OTHER',
      'where[customer.name][equals]=otherCustomer',
    ]) {
      expect(await rowsBy('customer', 'bookings', query), query).toBe(0)
    }
  })

  test('changes nothing through the Local API either when it acts for a caller', async () => {
    const { payload } = app
    const user = await payload.db.findOne<Doc>({
      collection: 'users',
      where: { email: { equals: emailOf('admin') } },
    })
    const asAdmin = {
      overrideAccess: false,
      user: { ...user, collection: 'users' } as never,
      where: { id: { exists: true } },
    }
    for (const collection of ['bookings', 'customers', 'services', 'notifications'] as const) {
      await expect(
        payload.update({ collection, data: {}, ...asAdmin }),
        `update ${collection}`,
      ).rejects.toThrow()
      await expect(
        payload.delete({ collection, ...asAdmin }),
        `delete ${collection}`,
      ).rejects.toThrow()
    }
  })
})

describe('an account', () => {
  const idOf = async (collection: 'customers' | 'users', person: Person) => {
    const where = { email: { equals: emailOf(person) } }
    return (await app.payload.db.findOne<Doc>({ collection, where })) as Doc
  }

  test('does not raise its own rights', async () => {
    const admin = await idOf('users', 'admin')
    for (const person of ['dispatcher', 'manager', 'fieldworker'] as const) {
      const before = await idOf('users', person)
      const body = { role: admin['role'], kind: 'staff', email: 'new@people.test', active: false }
      await app.request('PATCH', `/users/${before.id}`, { as: person, body })
      const after = await idOf('users', person)
      expect([after['role'], after['kind'], after['active']], person).toEqual([
        before['role'],
        before['kind'],
        true,
      ])
    }
  })

  test('of a fieldworker does not unblock itself or move to another skill', async () => {
    const path = `/fieldworkers/${mine.fieldworker}`
    await runSql(app.url, `update fieldworkers set blocked = true where id = '${mine.fieldworker}'`)
    await app.request('PATCH', path, {
      as: 'fieldworker',
      body: { blocked: false, active: false, name: 'Someone else', services: [mine.service] },
    })

    const after = (await app.request<Doc>('GET', path, { as: 'admin' })).body
    expect(after).toMatchObject({ blocked: true, active: true, name: 'fieldworker', services: [] })
  })

  test('of a customer changes its name and not its e-mail address or notes', async () => {
    const { id } = await idOf('customers', 'customer')
    const body = { email: 'new@people.test', notes: 'mine', active: false, company: 'Acme' }
    await app.request('PATCH', `/customers/${id}`, { as: 'customer', body })

    const after = (await app.request<Doc>('GET', `/customers/${id}`, { as: 'admin' })).body
    expect(after).toMatchObject({
      email: emailOf('customer'),
      notes: 'canary-customer',
      active: true,
      company: 'Acme',
    })
  })
})
