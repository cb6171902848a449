import { expect, test } from 'vitest'
import { assertMayBook } from '../../../src/domain/bookings/may-book.ts'

test.each([
  ['fieldworker', [], false],
  ['fieldworker', ['own.create'], true],
  ['anonymous', [], true],
  ['customer', [], true],
  ['staff', [], true],
])('%s with %j may take a booking: %s', (kind, flags, expected) => {
  const book = () => assertMayBook({ kind, permissions: new Set(flags) })

  if (expected) expect(book).not.toThrow()
  else expect(book).toThrow(expect.objectContaining({ code: 'not-allowed', status: 403 }))
})
