import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AccountHarness, openAccountHarness } from '../../support/account-harness.ts'
import { emailOf, password } from '../../support/people.ts'

let harness: AccountHarness

beforeAll(async () => {
  harness = await openAccountHarness()
})
beforeEach(() => harness.unlockAll())
afterAll(() => harness.stop())

const doors = {
  '/app/session': ['customer', 'dispatcher'],
  '/users/login': ['dispatcher'],
  '/customers/login': ['customer'],
} as const

test('a sign-in that fails answers in the same words whether the account is unknown, locked, off or wrong', async () => {
  for (const [path, persons] of Object.entries(doors)) {
    for (const person of persons) {
      const email = emailOf(person)
      const table = (await harness.accountOf(person)).collection
      const lock = (until: string) =>
        harness.sql(`update ${table} set lock_until = ${until} where email = $1`, [email])
      const activate = (active: boolean) =>
        harness.sql(`update ${table} set active = $2 where email = $1`, [email, active])
      const unknown = await harness.signIn('nobody@people.test', password, path)
      const wrong = await harness.signIn(email, 'wrong password', path)
      await lock(`now() + interval '1 minute'`)
      const locked = await harness.signIn(email, password, path)
      await lock('null')
      await activate(false)
      const off = await harness.signIn(email, password, path)
      await activate(true)

      expect(unknown.status).toBe(401)
      for (const answer of [wrong, locked, off]) {
        expect([answer.status, answer.body], path).toEqual([401, unknown.body])
      }
    }
  }
})

test('a sign-in that fails costs one check of a password for each kind of account, known or not', async () => {
  const spent = async (email: string, path: string) => {
    const before = process.cpuUsage()
    await harness.signIn(email, 'wrong password', path)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const median = async (email: string, path: string) => {
    const all: number[] = []
    for (let at = 0; at < 3; at += 1) all.push(await spent(email, path))
    return all.toSorted((one, other) => one - other)[1] ?? 0
  }
  const lock = `update users set lock_until = now() + interval '5 minutes' where name = 'admin'`
  await harness.sql(lock)
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
