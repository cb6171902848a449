import type { Payload } from 'payload'
import { hashOfKey } from '../../src/access/api-key-session.ts'
import { defaultRoles } from '../../src/domain/people/permissions.ts'

/** Who the tests act as; each has an account of that name in every test database. */
export const people = [
  'anonymous',
  'customer',
  'otherCustomer',
  'fieldworker',
  'otherFieldworker',
  'dispatcher',
  'manager',
  'admin',
  'apiKey',
] as const

export type Person = (typeof people)[number]

/** The one password of all test accounts. */
export const password = 'correct horse battery staple'

/** The key of `apiKey`: a dispatcher's role, of which it may only read bookings. */
export const testKey = 'fbk_tests-only'

const staffRoles = { dispatcher: 'dispatcher', manager: 'manager', admin: 'administrator' } as const

export const emailOf = (person: Person): string => `${person.toLowerCase()}@people.test`

/** Creates the default roles, one account for every person but the anonymous, and the key. */
export const createPeople = async (payload: Payload): Promise<void> => {
  const context = { channel: 'seed' }
  const roles = new Map<string, string>()
  for (const role of defaultRoles) {
    const data = { ...role, permissions: [...role.permissions], system: true }
    const made = await payload.create({ collection: 'roles', data, overrideAccess: true, context })
    roles.set(role.slug, made.id)
  }
  const roleOf = (slug: string): string => {
    const id = roles.get(slug)
    if (!id) throw new Error(`There is no default role ${slug}.`)
    return id
  }
  for (const [person, slug] of Object.entries(staffRoles)) {
    await payload.create({
      collection: 'users',
      data: {
        name: person,
        email: emailOf(person as Person),
        password,
        kind: 'staff',
        role: roleOf(slug),
        active: true,
      },
      overrideAccess: true,
      context,
    })
  }
  for (const person of ['fieldworker', 'otherFieldworker'] as const) {
    const fieldworker = await payload.create({
      collection: 'fieldworkers',
      data: { name: person, timezone: 'Australia/Sydney', active: true },
      overrideAccess: true,
      context,
    })
    await payload.create({
      collection: 'users',
      data: {
        name: person,
        email: emailOf(person),
        password,
        kind: 'fieldworker',
        role: roleOf('fieldworker'),
        fieldworker: fieldworker.id,
        active: true,
      },
      overrideAccess: true,
      context,
    })
  }
  for (const person of ['customer', 'otherCustomer'] as const) {
    await payload.create({
      collection: 'customers',
      data: { name: person, email: emailOf(person), password, active: true },
      overrideAccess: true,
      context,
    })
  }
  const key = {
    name: 'apiKey',
    prefix: testKey.slice(0, 10),
    keyHash: hashOfKey(testKey),
    role: roleOf('dispatcher'),
    scopes: ['bookings:read'],
    active: true,
  }
  await payload.db.create({ collection: 'api-keys', data: key })
}
