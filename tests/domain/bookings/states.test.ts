import { describe, expect, test } from 'vitest'
import { acceptanceStates } from '../../../src/domain/bookings/acceptance-lifecycle.ts'
import { appointmentLifecycle } from '../../../src/domain/bookings/appointment-lifecycle.ts'
import { bookingLifecycle, bookingStates } from '../../../src/domain/bookings/booking-lifecycle.ts'
import { approvalStates } from '../../../src/domain/bookings/gate-lifecycle.ts'
import { offerStates } from '../../../src/domain/bookings/offer-lifecycle.ts'
import {
  awaitsApproval,
  hasBegun,
  isDone,
  isDropped,
  isEnded,
  isHeld,
  isLive,
  isOpenBooking,
  isOpenOffer,
  liveStatuses,
} from '../../../src/domain/bookings/states.ts'

describe('a status', () => {
  test.each([
    ['pending', { isLive: true, isDone: false, isDropped: false }],
    ['confirmed', { isLive: true, isDone: false, isDropped: false }],
    ['completed', { isLive: false, isDone: true, isDropped: false }],
    ['no_show', { isLive: false, isDone: true, isDropped: false }],
    ['cancelled', { isLive: false, isDone: false, isDropped: true }],
    ['rescheduled', { isLive: false, isDone: false, isDropped: true }],
  ])('%s is live, done or dropped', (status, expected) => {
    expect({
      isLive: isLive({ status }),
      isDone: isDone({ status }),
      isDropped: isDropped({ status }),
    }).toEqual(expected)
    expect(isEnded({ status })).toBe(!expected.isLive)
  })

  test.each([
    ['booking', bookingLifecycle],
    ['visit', appointmentLifecycle],
  ])('of a %s is live exactly where its lifecycle has an event', (_name, { table }) => {
    const moving = bookingStates.filter((state) => Object.keys(table[state]).length > 0)

    expect(moving).toEqual(liveStatuses)
  })

  test('that is missing is neither live nor ended', () => {
    expect([isLive({}), isEnded({ status: null })]).toEqual([false, false])
  })
})

test('a booking is open while it is live and not deleted', () => {
  expect(isOpenBooking({ status: 'confirmed' })).toBe(true)
  expect(isOpenBooking({ status: 'confirmed', deletedAt: '2030-01-01T00:00:00.000Z' })).toBe(false)
  expect(isOpenBooking({ status: 'cancelled' })).toBe(false)
})

test('a visit is held once it was accepted, or assigned without asking', () => {
  expect(acceptanceStates.filter((acceptance) => isHeld({ acceptance }))).toEqual([
    'accepted',
    'not_required',
  ])
})

test('work has begun with the way to the customer', () => {
  expect(hasBegun({ progress: 'en_route' })).toBe(true)
  expect([hasBegun({ progress: 'not_started' }), hasBegun({})]).toEqual([false, false])
})

test('an approval is awaited until it is given, a rejected one too', () => {
  expect(approvalStates.filter((approval) => awaitsApproval({ approval }))).toEqual([
    'open',
    'rejected',
  ])
})

test('an offer is open until it is answered or closed', () => {
  expect(offerStates.filter((state) => isOpenOffer({ state }))).toEqual(['pending'])
})
