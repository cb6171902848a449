import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'
import { insert } from '../../support/records.ts'

let harness: Harness

const idOf = async (email: string): Promise<string> => {
  const [user] = await harness.sql<{ id: string }>('select id from users where email = $1', [email])
  if (!user) throw new Error('There is no such user.')
  return user.id
}

const unreadOf = async (user: string): Promise<number> => {
  const rows = await harness.sql(
    'select id from notifications where user_id = $1 and read_at is null',
    [user],
  )
  return rows.length
}

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

test('marks all of the caller’s own notifications read and no one else’s', async () => {
  const mine = await idOf('admin@people.test')
  const theirs = await idOf('dispatcher@people.test')
  for (const user of [mine, mine, theirs]) {
    await insert(harness.app.payload, 'notifications', { user, title: 'Visit declined' })
  }
  const others = await unreadOf(theirs)

  const answer = await harness.send('POST', '/app/me/notifications/read', 'admin', {})

  expect(answer.status).toBe(200)
  expect(await unreadOf(mine)).toBe(0)
  expect(await unreadOf(theirs)).toBe(others)
})

test('asks a visitor to sign in first', async () => {
  const answer = await harness.send('POST', '/app/me/notifications/read', 'anonymous', {})
  expect(answer.status).toBe(401)
})
