import { expect, test } from 'vitest'
import {
  settleShifts,
  type Shift,
  type Taken,
} from '../../../src/domain/scheduling/settle-shifts.ts'

const visit = (id: string, hour: number, { by = 1, person = 'ann', group = id } = {}): Shift => ({
  ...{ id, group, person, start: hour, end: hour + 1 },
  to: { start: hour + by, end: hour + by + 1 },
})
const taken = (start: number, exclusive: boolean): Taken => ({
  ...{ id: `at ${start}`, person: 'ann', start, end: start + 1, exclusive },
})
const outcome = (shifts: Shift[], fixed: Taken[] = []) => {
  const { moves, stays } = settleShifts(shifts, fixed)
  return {
    moves: moves.map(({ id }) => id),
    stays: stays.map(({ shift, by }) => `${shift.id} for ${by.id}`),
  }
}

test('visits back to back move together, whichever way', () => {
  const day = [visit('a', 9), visit('b', 10), visit('c', 11)]

  expect(outcome(day)).toEqual({ moves: ['a', 'b', 'c'], stays: [] })
  expect(outcome([visit('a', 9, { by: -1 }), visit('b', 10, { by: -1 })]).stays).toEqual([])
})

test('what cannot move keeps its time, and so does what would come into that', () => {
  const day = [visit('a', 9), visit('b', 10), visit('c', 14)]

  expect(outcome(day, [taken(11, true)])).toEqual({
    moves: ['c'],
    stays: ['b for at 11', 'a for b'],
  })
})

test('an absence is in the way of what did not lie over it before', () => {
  const long: Shift = { ...visit('a', 9), end: 11, to: { start: 10, end: 12 } }

  expect(outcome([visit('a', 9)], [taken(10, false)]).stays).toEqual(['a for at 10'])
  expect(outcome([long], [taken(10, false)]).stays).toEqual([])
})

test('the visits of one booking move together or not at all', () => {
  const crew = [
    visit('a', 9, { group: 'booking' }),
    visit('b', 9, { group: 'booking', person: 'bo' }),
  ]

  expect(outcome(crew, [taken(10, true)])).toEqual({ moves: [], stays: ['a for at 10'] })
})

test('of two that come to the same time by different rules, the later of the list stays', () => {
  expect(outcome([visit('a', 9, { by: 2 }), visit('b', 12, { by: -1 })])).toEqual({
    moves: ['a'],
    stays: ['b for a'],
  })
})

test('a visit that takes no one’s time is in no one’s way', () => {
  const free = { ...visit('a', 9), person: null }

  expect(outcome([free, visit('b', 9)], [taken(12, true)]).moves).toEqual(['a', 'b'])
})
