import { expect, test } from 'vitest'
import { arrangeMoves } from '../../../src/admin/bookings/page/arrange-moves.ts'
import type { MoveName } from '../../../src/admin/bookings/page/moves.ts'

const all: MoveName[] = [
  ...(['delete', 'confirm', 'no-show', 'reschedule', 'cancel'] as const),
  'pause-messages',
]

test.each<[string[], boolean, MoveName | undefined]>([
  [[], false, 'confirm'],
  [['confirm'], false, undefined],
  [[], true, undefined],
])(
  'with %j asking for a reason and a visit without anybody: %s, the next step is %s',
  (needsReason, isUnstaffed, next) => {
    expect(arrangeMoves(all, { needsReason, isUnstaffed }).next).toBe(next)
  },
)

test('dangerous moves come last in the menu', () => {
  const { menu, beside } = arrangeMoves(all, { needsReason: [], isUnstaffed: false })

  expect(beside).toEqual(['reschedule', 'cancel'])
  expect(menu.slice(-2)).toEqual(['delete', 'no-show'])
})
