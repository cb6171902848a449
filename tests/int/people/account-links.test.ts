import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mintLink } from '../../../src/operations/messages/mint-link.ts'
import { type AccountHarness, openAccountHarness } from '../../support/account-harness.ts'
import { emailOf, password } from '../../support/people.ts'
import { sydney } from '../../support/shop.ts'

let harness: AccountHarness

beforeAll(async () => {
  harness = await openAccountHarness()
})
beforeEach(() => harness.unlockAll())
afterAll(() => harness.stop())

describe('links into an account', () => {
  test('of one purpose: only the newest works', async () => {
    const older = await harness.linkFor('customer', 'reset')
    const signInLink = await harness.linkFor('customer', 'sign-in')
    const newer = await harness.linkFor('customer', 'reset')

    expect((await harness.reset(older, 'a first sound password')).status).toBe(410)
    expect((await harness.enter(signInLink)).status).toBe(200)
    expect((await harness.reset(newer, 'a second sound password')).status).toBe(200)
    expect((await harness.reset(older, 'a third sound password')).status).toBe(410)
  })

  test('end with a reset, whatever they are for', async () => {
    const [used, other, invitation] = [
      await harness.linkFor('otherCustomer', 'reset'),
      await harness.linkFor('otherCustomer', 'sign-in'),
      await harness.linkFor('otherCustomer', 'invite'),
    ]
    expect((await harness.reset(used, 'a sound new password')).status).toBe(200)
    expect((await harness.enter(other)).status).toBe(410)
    expect((await harness.reset(invitation, 'a sound newer password')).status).toBe(410)
  })

  test.each([
    ['a new e-mail address', { email: 'moved@people.test' }, { email: emailOf('otherCustomer') }],
    ['switching off', { active: false }, { active: true }],
  ])('end with %s', async (_what, change, back) => {
    const { id } = await harness.accountOf('otherCustomer')
    const token = await harness.linkFor('otherCustomer', 'sign-in')
    const save = (body: object) => harness.send('PATCH', `/customers/${id}`, 'dispatcher', body)

    expect((await save(change)).status).toBe(200)
    expect((await save(back)).status).toBe(200)
    expect((await harness.enter(token)).status).toBe(410)
  })

  test('into bookings stay open, several at a time', async () => {
    const req = await createLocalReq({}, harness.app.payload)
    const { body } = await harness.book({
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
      expect((await harness.app.request('GET', `/app/links/${token}`)).status).toBe(200)
    }
  })
})

describe('a changed e-mail address', () => {
  test('is announced to the old address, for customers and users', async () => {
    const { id } = await harness.accountOf('otherCustomer')
    const was = emailOf('otherCustomer')
    const path = `/customers/${id}`
    expect(
      (await harness.send('PATCH', path, 'dispatcher', { email: 'new@people.test' })).status,
    ).toBe(200)

    const message = await harness.sent('email-changed')
    expect(message?.to).toBe(was)
    expect(message?.text).toContain('email address')
    expect(message?.text).not.toContain('/enter/')
    await harness.send('PATCH', path, 'dispatcher', { email: was })

    const user = await harness.accountOf('dispatcher')
    const body = { email: 'changed@people.test' }
    expect((await harness.send('PATCH', `/users/${user.id}`, 'admin', body)).status).toBe(200)
    expect((await harness.sent('email-changed'))?.to).toBe(emailOf('dispatcher'))
    await harness.send('PATCH', `/users/${user.id}`, 'admin', { email: emailOf('dispatcher') })
  })

  test('is announced to no one where the old one was a placeholder', async () => {
    const made = await harness.book(
      { service: 'direct', start: sydney(4, '09:00'), customer: { name: 'By phone' } },
      'dispatcher',
    )
    const [row] = await harness.sql<{ id: string }>(
      'select customer_id as id from bookings where id = $1',
      [made.body.id],
    )
    const count = async () =>
      (await harness.sql(`select 1 from deliveries where event = 'email-changed'`)).length
    const before = await count()
    await harness.send('PATCH', `/customers/${row?.id}`, 'dispatcher', {
      email: 'phone@people.test',
    })

    expect(await count()).toBe(before)
  })
})

describe('an address that several accounts have', () => {
  const email = emailOf('fieldworker')

  test('of a fieldworker is known when a guest books under it, and opens no account of the guest', async () => {
    const start = sydney(5, '09:00')
    const made = await harness.book({
      service: 'direct',
      start,
      customer: { name: 'Guest', email },
    })
    const [booking] = await harness.sql<{ customer: string; email: string }>(
      `select c.email as customer, b.customer_snapshot_email as email
        from bookings b join customers c on c.id = b.customer_id where b.id = $1`,
      [made.body.id],
    )

    expect(made.status).toBe(201)
    expect(booking?.customer).toMatch(/@no-email\.invalid$/)
    expect(booking?.email).toBe(email)
    const { body } = await harness.signIn(email, password)
    expect(body.next).toBe('/field')
  })

  test('signs in to either by its own password, and a right one counts as no wrong try', async () => {
    const made = await harness.app.payload.create({
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
      expect((await harness.signIn(email, password)).body.me?.kind).toBe('fieldworker')
    }
    expect((await harness.signIn(email, 'the customer’s own password')).body.me?.kind).toBe(
      'customer',
    )
    const rows = await harness.sql<{ login_attempts: string }>(
      'select login_attempts from customers where id = $1',
      [made.id],
    )
    expect(Number(rows[0]?.login_attempts ?? 0)).toBe(0)
  })

  test('gets one mail that offers each account', async () => {
    await harness.app.request('POST', '/app/session/link', { body: { email } })
    const message = await harness.sent('sign-in-link')
    const tokens = [...new Set(message?.text.match(/(?<=\/enter\/)[\w-]+/g) ?? [])]
    expect(tokens).toHaveLength(2)
    const kinds: unknown[] = []
    for (const token of tokens) {
      const { body } = await harness.enter(token)
      kinds.push((body as { me?: { kind: string } }).me?.kind)
    }
    expect(kinds).toEqual(['customer', 'fieldworker'])
  })
})
