import { expect, test } from 'vitest'
import { assertBookingOpen, assertMayBook } from '../../../src/domain/bookings/may-book.ts'

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

test.each([
  ['anonymous', false, false],
  ['customer', false, false],
  ['link', false, false],
  ['customer', true, true],
  ['customer', null, true],
  ['staff', false, true],
  ['api-key', false, true],
  ['fieldworker', false, true],
])('%s may book while the portal’s switch is %s: %s', (kind, bookingEnabled, expected) => {
  const book = () => assertBookingOpen({ kind }, { bookingEnabled })

  if (expected) expect(book).not.toThrow()
  else expect(book).toThrow(expect.objectContaining({ code: 'feature-off' }))
})
