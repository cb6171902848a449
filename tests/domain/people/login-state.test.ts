import { expect, test } from 'vitest'
import { loginStateOf } from '../../../src/domain/people/login-state.ts'

const at = '2026-11-20T00:00:00.000Z'

test.each([
  [undefined, 'none'],
  [{ active: true }, 'not-invited'],
  [{ active: true, invitedAt: at }, 'invited'],
  [{ active: true, invitedAt: at, lastSeenAt: at }, 'active'],
  [{ active: true, lastSeenAt: at }, 'active'],
  [{ active: false, invitedAt: at, lastSeenAt: at }, 'off'],
] as const)('the login of the account %j is %s', (account, state) => {
  expect(loginStateOf(account)).toBe(state)
})
