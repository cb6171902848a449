import { expect, test } from 'vitest'
import { mayEditLine } from '../../../src/domain/bookings/may-edit-line.ts'

const both = ['booking.edit', 'price.edit']

test.each<[string[], string[], boolean]>([
  [['quantity', 'unitAmount'], both, true],
  [['quantity'], ['booking.edit'], true],
  [['unitAmount'], ['price.edit'], true],
  [['quantity'], ['price.edit'], false],
  [['unitAmount', 'description'], ['price.edit'], false],
  [['unitAmount'], ['price.view'], false],
])('changing %s of a service line with %s is allowed: %s', (changed, permissions, expected) => {
  expect(mayEditLine(changed, { kind: 'staff', permissions: new Set(permissions) })).toBe(expected)
})

test('what follows from a command is saved without a permission', () => {
  expect(mayEditLine(['quantity'], { kind: 'system', permissions: new Set() })).toBe(true)
})
