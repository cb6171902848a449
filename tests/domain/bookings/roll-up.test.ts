import { expect, test } from 'vitest'
import type { BookingState } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { openingGates } from '../../../src/domain/bookings/gates.ts'
import { rollUp } from '../../../src/domain/bookings/roll-up.ts'

const gates = openingGates({ requiresApproval: false })

const visit = (status: BookingState, hour = 9, acceptance = 'accepted') => ({
  status,
  acceptance,
  method: 'request',
  start: `2026-12-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
  end: `2026-12-01T${String(hour + 1).padStart(2, '0')}:00:00.000Z`,
})

const outcome = (status: BookingState, ...visits: BookingState[]) =>
  rollUp(
    { status, gates },
    visits.map((one) => visit(one)),
  ).status

test.each<[BookingState, BookingState[], BookingState]>([
  ['confirmed', ['completed', 'completed'], 'completed'],
  ['confirmed', ['completed', 'cancelled'], 'completed'],
  ['confirmed', ['completed', 'no_show'], 'completed'],
  ['confirmed', ['no_show', 'cancelled'], 'no_show'],
  ['confirmed', ['cancelled', 'cancelled'], 'cancelled'],
  ['confirmed', ['completed', 'rescheduled'], 'completed'],
  ['confirmed', ['completed', 'confirmed'], 'confirmed'],
  ['confirmed', ['rescheduled'], 'confirmed'],
  ['pending', ['cancelled'], 'cancelled'],
  ['pending', ['completed'], 'confirmed'],
  ['pending', ['confirmed', 'completed'], 'confirmed'],
])('a %s booking with visits %s becomes %s', (from, visits, to) => {
  expect(outcome(from, ...visits)).toBe(to)
})

test.each<BookingState>(['completed', 'cancelled', 'no_show', 'rescheduled'])(
  'a %s booking stays so, whatever its visits say',
  (status) => {
    for (const one of ['pending', 'confirmed', 'completed', 'cancelled'] as const) {
      expect(outcome(status, one)).toBe(status)
    }
  },
)

test('a pending booking waits for the answer that is missing', () => {
  const booking = { status: 'pending' as const, gates }

  expect(rollUp(booking, [visit('pending'), visit('pending', 11, 'pending')]).status).toBe(
    'pending',
  )
  expect(rollUp(booking, [visit('pending'), visit('pending', 11)]).status).toBe('confirmed')
})

test('a booking spans the visits that stand, or all of them when none does', () => {
  const booking = { status: 'confirmed' as const, gates }

  expect(
    rollUp(booking, [visit('cancelled', 7), visit('confirmed', 9), visit('confirmed', 14)]),
  ).toMatchObject({ startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' })
  expect(rollUp(booking, [visit('cancelled', 7)])).toMatchObject({
    startsAt: '2026-12-01T07:00:00.000Z',
  })
  expect(rollUp(booking, [])).toMatchObject({ startsAt: null, endsAt: null })
})

test('a booking of which nothing stands any more keeps the time for which it was called off', () => {
  const span = { startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' }
  const booking = { status: 'cancelled' as const, gates, ...span }

  expect(rollUp(booking, [visit('cancelled', 7), visit('cancelled', 14)])).toMatchObject(span)
})
