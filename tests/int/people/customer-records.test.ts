import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressNobodyReads } from '../../../src/domain/people/no-email.ts'
import { type Harness, openHarness } from '../../support/harness.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

type Saved = { doc: { id: string; email: string } }

const add = async (body: object) => {
  const answer = await harness.send('POST', '/customers?depth=0', 'dispatcher', body)
  return { status: answer.status, ...(answer.body as Saved).doc }
}

const save = async (id: string, body: object) => {
  const answer = await harness.send('PATCH', `/customers/${id}?depth=0`, 'dispatcher', body)
  return { status: answer.status, ...(answer.body as Saved).doc }
}

describe('a customer without an email address', () => {
  test.each([
    ['that was left out', {}],
    ['that was left empty', { email: '' }],
  ])('can be added with an email %s', async (_, given) => {
    const { status, email } = await add({ name: 'Wanda Phone', phone: '0491 570 156', ...given })

    expect(status).toBe(201)
    expect(addressNobodyReads(email)).toBe(true)
  })

  test('keeps the same login name when the record is saved again', async () => {
    const { id, email } = await add({ name: 'Wanda Again' })

    expect((await save(id, { email: null })).email).toBe(email)
  })

  test('gets a real address later, and can lose it again', async () => {
    const { id } = await add({ name: 'Wanda Later' })

    const given = await save(id, { email: 'Wanda@Guest.test' })
    const taken = await save(id, { email: '' })

    expect(given.email).toBe('wanda@guest.test')
    expect([taken.status, addressNobodyReads(taken.email)]).toEqual([200, true])
  })

  test('does not excuse an address that is none', async () => {
    expect((await add({ name: 'Wanda Wrong', email: 'wanda at home' })).status).toBe(400)
  })
})
