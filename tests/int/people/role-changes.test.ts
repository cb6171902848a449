import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '../../support/harness.ts'

let harness: Harness

beforeAll(async () => {
  harness = await openHarness()
}, 120_000)
afterAll(() => harness.stop())

const roleNamed = async (slug: string) => {
  const { body } = await harness.send('GET', `/roles?where[slug][equals]=${slug}`, 'admin')
  return (body as { docs: { id: string; permissions: string[] }[] }).docs[0]
}

test('a permission taken from a role is refused at the next request, and the history says who did it', async () => {
  const role = await roleNamed('dispatcher')
  const permissions = (role?.permissions ?? []).filter((flag) => flag !== 'customer.view')
  const before = await harness.send('GET', '/customers', 'dispatcher')

  const saved = await harness.send('PATCH', `/roles/${role?.id}`, 'admin', { permissions })

  const after = await harness.send('GET', '/customers', 'dispatcher')
  expect([before.status, saved.status, after.status]).toEqual([200, 200, 403])
  const events = await harness.sql<{ actor_name: string; changes: Record<string, string[][]> }>(
    `select actor_name, changes from audit_events
      where subject_type = 'roles' and subject_id = $1 order by at desc limit 1`,
    [role?.id],
  )
  expect(events[0]?.actor_name).toBe('admin')
  const [had, has] = events[0]?.changes['permissions'] ?? []
  expect(had).toContain('customer.view')
  expect(has).not.toContain('customer.view')
})

test('a permission given to a role opens at the next request', async () => {
  const role = await roleNamed('manager')
  const before = await harness.send('GET', '/api-keys', 'manager')

  const permissions = [...(role?.permissions ?? []), 'api-keys.edit']
  await harness.send('PATCH', `/roles/${role?.id}`, 'admin', { permissions })

  const after = await harness.send('GET', '/api-keys', 'manager')
  expect([before.status, after.status]).toEqual([403, 200])
})
