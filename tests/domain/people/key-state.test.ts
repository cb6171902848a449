import { expect, test } from 'vitest'
import { keyStateOf } from '../../../src/domain/people/key-state.ts'

const now = Date.parse('2026-12-01T00:00:00Z')

test.each([
  [{ active: true }, 'active'],
  [{ active: true, expiresAt: '2026-12-01T00:00:01Z' }, 'active'],
  [{ active: true, expiresAt: '2026-12-01T00:00:00Z' }, 'expired'],
  [{ active: false, expiresAt: '2026-12-01T00:00:00Z' }, 'revoked'],
] as const)('the key %j is %s', (key, state) => {
  expect(keyStateOf(key, now)).toBe(state)
})
