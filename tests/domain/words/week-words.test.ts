import { expect, test } from 'vitest'
import { weekWords } from '../../../src/domain/words/week-words.ts'
import type { WeeklyBlock } from '../../../src/domain/scheduling/working-hours.ts'

const weekday = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

const cases: [WeeklyBlock[], string][] = [
  [[], ''],
  [[{ days: weekday, start: '08:00', end: '17:00' }], 'Mon–Fri 8:00 am–5:00 pm'],
  [[{ days: ['mon', 'wed'], start: '09:00', end: '11:30' }], 'Mon, Wed 9:00–11:30 am'],
  [
    [
      { days: weekday, start: '13:00', end: '17:00' },
      { days: weekday, start: '08:00', end: '12:00' },
      { days: ['sat'], start: '09:00', end: '12:00' },
    ],
    'Mon–Fri 8:00 am–12:00 pm and 1:00–5:00 pm; Sat 9:00 am–12:00 pm',
  ],
  [[{ days: ['fri'], start: '22:00', end: '06:00' }], 'Fri 10:00 pm–6:00 am'],
]

test.each(cases)('the hours %j read %j', (week, words) => {
  expect(weekWords(week, 'en-AU')).toBe(words)
})
