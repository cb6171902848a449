import { expect, test } from 'vitest'
import { startAt } from '../../../src/admin/scheduling/board/free-spot.ts'
import { openedAt } from '../../../src/admin/scheduling/board/opened-at.ts'
import { readLook } from '../../../src/admin/scheduling/board/use-board-look.ts'

const hour = 3_600_000
const start = Date.parse('2026-12-01T00:00:00Z')
const night = {
  hours: [
    [0, 360],
    [1320, 1440],
  ] as [number, number][],
}
const day = { hours: [[480, 960]] as [number, number][] }
const off = { hours: [] as [number, number][] }
const board = { start, end: start + 24 * hour, people: [night, day, day, day, off] }

test.each([
  ['in the working day: an hour and a half before now', 11, 9.5],
  ['while only the night shift works: before the team begins', 2, 7.5],
  ['in the evening: before the team begins', 20, 7.5],
  ['on another day: before the team begins', 40, 7.5],
])('the board opens %s', (_, now, left) => {
  expect((openedAt(board, start + now * hour) - start) / hour).toBe(left)
})

test('a day on which no one works opens at half past six', () => {
  expect((openedAt({ ...board, people: [off] }, start) - start) / hour).toBe(6.5)
})

test('a look that cannot be read is the usual one', () => {
  expect(readLook('roomy 15')).toEqual({ isCompact: false, zoom: 15, colour: 'status' })
  expect(readLook('compact 30 person')).toEqual({ isCompact: true, zoom: 30, colour: 'person' })
  expect(readLook('roomy 7')).toEqual({ isCompact: true, zoom: 60, colour: 'status' })
  expect(readLook(null)).toEqual({ isCompact: true, zoom: 60, colour: 'status' })
})

test('a click on a free time means the quarter of an hour under it', () => {
  const axis = { start, end: start + 10 * hour }
  expect(startAt(axis, 0.5) - start).toBe(5 * hour)
  expect(startAt(axis, 0.52) - start).toBe(5 * hour)
  expect(startAt(axis, 0.53) - start).toBe(5.25 * hour)
  expect(startAt(axis, 1) - start).toBe(9.75 * hour)
})
