import { expect, test } from 'vitest'
import { declineWish } from '../../site/src/lib/decline-wish.ts'

const timezone = 'Australia/Sydney'

test('a decline offers other times on the clock of the place', () => {
  const time1 = '2027-01-05T09:00'

  expect(declineWish({ timezone, choice: 'Too far', reason: 'No car', time1 })).toEqual({
    wish: { reason: 'Too far: No car', alternatives: [{ start: '2027-01-04T22:00:00.000Z' }] },
  })
  expect(declineWish({ timezone, reason: 'Ill' })).toEqual({ wish: { reason: 'Ill' } })
})

test('a time that the clocks jump over, that is none, or no reason is refused in words', () => {
  const draft = { time1: '2027-10-03T02:30', time2: '2027-02-30T09:00', time3: 'tomorrow' }

  expect(declineWish({ timezone, ...draft })).toEqual({
    errors: {
      reason: 'Add a reason so the office can reschedule.',
      time1: 'The clocks jump over this time. Please choose another one.',
      time2: 'Please give a day of the calendar and a time.',
      time3: 'Please give a day and a time.',
    },
  })
})

test('a zone that a form invents is not used', () => {
  const { wish } = declineWish({ timezone: 'x', reason: 'Ill', time1: '2027-01-05T09:00' }) as {
    wish: { alternatives: { start: string }[] }
  }

  expect(wish.alternatives).toEqual([{ start: '2027-01-05T09:00:00.000Z' }])
})
