import { expect, test } from 'vitest'
import { timeWords } from '../../../src/admin/scheduling/finder/time-words.ts'

const area = { id: 'a', name: 'Inner West' }
const said = (slots: number[], where: typeof area | null = area) =>
  timeWords({ people: slots.map((count) => ({ slots: count })), place: { area: where } })

test.each([
  [[], 'No one is qualified for this service in Inner West.'],
  [[3], '1 qualified person is free in Inner West.'],
  [[0], 'The only qualified person isn’t free in Inner West.'],
  [[1, 2], 'Both qualified people have time in Inner West.'],
  [[0, 0], 'None of the 2 qualified people has time in Inner West.'],
  [[1, 0, 0], '1 of 3 qualified people has time in Inner West.'],
  [[1, 5, 0], '2 of 3 qualified people have time in Inner West.'],
  [[1, 5, 2], 'All 3 qualified people have time in Inner West.'],
])('the finder says of starts %j: %s', (slots, words) => {
  expect(said(slots)).toBe(words)
})

test('the finder names no area where the work is at a location', () => {
  expect(said([], null)).toBe('No one is qualified for this service at this place.')
  expect(said([2], null)).toBe('1 qualified person is free.')
})
