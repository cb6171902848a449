import { expect, test } from 'vitest'
import { moveWindow } from '../../../src/domain/bookings/move-window.ts'

const now = Date.parse('2030-05-01T10:00:00Z')
const rules = { customersMayReschedule: true, rescheduleNoticeHours: 24 }
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()

test.each([
  ['customer', rules, at(24), 'open'],
  ['customer', rules, at(23.9), 'outside-booking-window'],
  ['link', rules, at(1), 'outside-booking-window'],
  ['customer', rules, null, 'open'],
  ['customer', { customersMayReschedule: true }, at(0), 'open'],
  ['customer', { ...rules, customersMayReschedule: false }, at(99), 'feature-off'],
  ['customer', {}, at(99), 'feature-off'],
  ['staff', {}, at(0), 'open'],
  ['fieldworker', {}, at(0), 'open'],
])('%s moves under %o what starts at %s: %s', (kind, settings, startsAt, expected) => {
  const verdict = moveWindow({ kind }, { startsAt, rules: settings, now })

  expect(verdict === true ? 'open' : verdict.code).toBe(expected)
})

test('a move that comes too late is refused with its deadline', () => {
  const verdict = moveWindow({ kind: 'customer' }, { startsAt: at(1), rules, now })

  expect(verdict).toMatchObject({
    status: 422,
    message: 'Bookings can be moved online until 24 hours before they start. Please call us.',
  })
})
