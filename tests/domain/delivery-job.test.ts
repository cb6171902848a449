import { describe, expect, test } from 'vitest'
import { orderKeyOf, priorityOf } from '../../src/domain/messages/delivery-job.ts'

const row = {
  id: 'row',
  booking: 'booking',
  channel: 'email',
  event: 'booking-confirmed',
  recipient: 'person',
  recipientKind: 'customer',
  subjectId: 'visit',
} as const

describe('what is urgent leaves before what comes in great numbers', () => {
  test.each([
    [{ event: 'sign-in-link', recipientKind: 'account' }, 3],
    [{ event: 'password-reset', recipientKind: 'account' }, 3],
    [{ event: 'booking-confirmed' }, 2],
    [{ event: 'booking-cancelled', channel: 'sms' }, 2],
    [{ event: 'visit-offered', recipientKind: 'fieldworker' }, 1],
    [{ event: 'series-visits', recipientKind: 'fieldworker' }, 0],
    [{ event: 'series-booked' }, 0],
    [{ event: 'booking-overdue', recipientKind: 'staff' }, 0],
    [{ event: 'calendar-event', channel: 'calendar', recipientKind: 'calendar' }, 0],
  ] as const)('%o: %i', (given, priority) => {
    expect(priorityOf({ ...row, ...given })).toBe(priority)
  })
})

describe('what keeps its order', () => {
  test.each([
    ['what one person hears of one booking', row, 'booking:person'],
    ['an entry of a calendar', { ...row, channel: 'calendar' }, 'visit:person'],
    ['nothing else', { ...row, booking: null }, 'row'],
  ] as const)('%s', (_words, given, key) => {
    expect(orderKeyOf(given)).toBe(key)
  })
})
