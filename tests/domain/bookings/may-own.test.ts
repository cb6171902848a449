import { expect, test } from 'vitest'
import { mayOwn } from '../../../src/domain/bookings/may-own.ts'

test.each([
  ['staff', true, ['booking.edit'], true],
  ['staff', null, ['booking.edit'], true],
  ['staff', false, ['booking.edit'], false],
  ['staff', true, ['price.edit'], false],
  ['fieldworker', true, ['booking.edit'], false],
])('%s, active %s, with %j, looks after bookings: %s', (kind, active, permissions, expected) => {
  expect(mayOwn({ kind, active, permissions })).toBe(expected)
})
