import { expect, test } from 'vitest'
import { defaultRoles, permissions } from '../../../src/domain/people/permissions.ts'

const flagsOf = (slug: string): readonly string[] =>
  defaultRoles.find((role) => role.slug === slug)?.permissions ?? []

test('every flag is there once, and every default role uses known flags only', () => {
  expect(new Set(permissions).size).toBe(permissions.length)
  for (const role of defaultRoles) {
    expect(permissions).toEqual(expect.arrayContaining([...role.permissions]))
    expect(new Set(role.permissions).size).toBe(role.permissions.length)
  }
})

test('the administrator has every flag of the office', () => {
  expect(flagsOf('administrator')).toEqual(permissions.filter((flag) => !flag.startsWith('own.')))
})

test.each(['users.edit', 'roles.edit', 'api-keys.edit'])(
  '%s is for the administrator only',
  (flag) => {
    const holders = defaultRoles.filter((role) => flagsOf(role.slug).includes(flag))

    expect(holders.map(({ slug }) => slug)).toEqual(['administrator'])
  },
)

test('fieldworkers and customers have flags of their own work only', () => {
  for (const slug of ['fieldworker', 'subworker', 'customer']) {
    expect(flagsOf(slug).filter((flag) => !flag.startsWith('own.'))).toEqual([])
  }
  expect(flagsOf('subworker')).not.toContain('own.see-price')
})

test('a dispatcher neither deletes, approves, overbooks nor changes prices', () => {
  for (const flag of ['booking.delete', 'booking.approve', 'booking.overbook', 'price.edit']) {
    expect(flagsOf('dispatcher')).not.toContain(flag)
  }
})
