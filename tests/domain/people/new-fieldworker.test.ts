import { expect, test } from 'vitest'
import { nextColour, teamColours, usualWeek } from '../../../src/domain/people/new-fieldworker.ts'
import type { WeeklyBlock } from '../../../src/domain/scheduling/working-hours.ts'

const early: WeeklyBlock[] = [{ days: ['mon', 'tue'], start: '07:00', end: '15:00' }]
const earlyInTwoRows: WeeklyBlock[] = [
  { days: ['tue'], start: '07:00', end: '15:00' },
  { days: ['mon'], start: '07:00', end: '15:00' },
]
const late: WeeklyBlock[] = [{ days: ['mon'], start: '12:00', end: '20:00' }]

test('a newcomer works the week that most of the team work', () => {
  expect(usualWeek([late, early, earlyInTwoRows])).toEqual(earlyInTwoRows)
})

test.each([[[]], [[[], []]]])(
  'without anybody’s hours to go by the week is Monday to Friday, eight to five',
  (weeks) => {
    expect(usualWeek(weeks)).toEqual([
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '08:00', end: '17:00' },
    ])
  },
)

test('every newcomer gets a colour that the fewest colleagues have', () => {
  expect(nextColour([])).toBe(teamColours[0])
  expect(nextColour([teamColours[0].toUpperCase(), null, '#123456'])).toBe(teamColours[1])
  expect(nextColour(teamColours)).toBe(teamColours[0])
  expect(nextColour([...teamColours, teamColours[0]])).toBe(teamColours[1])
})
