import { expect, test } from 'vitest'
import { toldOf } from '../../../src/domain/scheduling/routes/day-plan.ts'
import type { DayVisit, RouteDay } from '../../../src/domain/scheduling/routes/route-day.ts'
import { lengthWords } from '../../../src/admin/scheduling/board/visit-words.ts'

const visitOf = (customer: string, fieldworker: DayVisit['fieldworker']) =>
  ({ id: customer, customer, fieldworker, start: 0, end: 60 }) as DayVisit

const [liam, mei] = [
  { id: 'liam', name: 'Liam' },
  { id: 'mei', name: 'Mei' },
]
const day = { people: [liam, mei] } as RouteDay

test('customers hear of another time, fieldworkers of what they gain, lose or do later', () => {
  const kept = { visit: visitOf('Ann', mei), person: 'liam', start: 0, end: 60 }
  const moved = { visit: visitOf('Bo', null), person: 'liam', start: 30, end: 90 }

  expect(toldOf(day, [kept])).toEqual({ customers: [], fieldworkers: ['Liam', 'Mei'] })
  expect(toldOf(day, [moved])).toEqual({ customers: ['Bo'], fieldworkers: ['Liam'] })
  expect(toldOf(day, [])).toEqual({ customers: [], fieldworkers: [] })
})

test.each([
  [59.6, '1 h'],
  [119.7, '2 h'],
  [65.2, '1 h 05'],
  [12, '12 min'],
])('%s minutes are written as %s', (minutes, words) => {
  expect(lengthWords(minutes)).toBe(words)
})
