import { expect, test } from 'vitest'
import { isConnectionLost } from '../../../src/database/errors.ts'

const wrapped = (message: string) => new Error('Failed query', { cause: new Error(message) })

test.each([
  ['Connection terminated unexpectedly', true],
  ['Query read timeout', true],
  ['Cannot use a pool after calling end on the pool', true],
  ['duplicate key value violates unique constraint', false],
])('a statement that fails with "%s" lost its connection: %s', (message, expected) => {
  expect(isConnectionLost(wrapped(message))).toBe(expected)
})
