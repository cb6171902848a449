import { describe, expect, test } from 'vitest'
import {
  assertEditorLeft,
  assertWithinOwn,
  flagsBeyond,
  unknownScopes,
} from '../../../src/domain/people/granting.ts'

describe('giving rights', () => {
  test.each([
    [['users.edit'], ['users.edit'], []],
    [['users.edit'], ['roles.edit', 'users.edit', 'price.view'], ['roles.edit', 'price.view']],
    [[], ['own.complete', 'own.see-price'], []],
    [['users.edit'], [], []],
    [['users.edit'], null, []],
  ])('someone with %j who gives %j goes beyond their own by %j', (own, given, beyond) => {
    expect(flagsBeyond(new Set(own), given)).toEqual(beyond)
  })

  test('a refusal names the field and what goes beyond', () => {
    expect(() => assertWithinOwn(new Set(), ['roles.edit'], 'role')).toThrow(
      expect.objectContaining({
        code: 'not-allowed',
        field: 'role',
        details: { beyond: ['roles.edit'] },
      }),
    )
    expect(() => assertWithinOwn(new Set(['roles.edit']), ['roles.edit'], 'role')).not.toThrow()
  })

  test('the last who edits roles stays', () => {
    expect(() => assertEditorLeft(false)).toThrow(
      expect.objectContaining({ code: 'last-role-editor', status: 409 }),
    )
    expect(() => assertEditorLeft(true)).not.toThrow()
  })
})

test('scopes are those of collections there are', () => {
  const slugs = ['bookings', 'customers']
  expect(unknownScopes(['bookings:read', 'customers:write'], slugs)).toEqual([])
  expect(unknownScopes(['bookings', 'bookings:all', 'x:read', '*'], slugs)).toEqual([
    'bookings',
    'bookings:all',
    'x:read',
    '*',
  ])
})
