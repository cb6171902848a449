import { expect, test } from 'vitest'
import { absenceWords } from '../../../src/domain/words/span-words.ts'

const style = {
  zone: 'Australia/Sydney',
  locale: 'en-AU',
  now: Date.parse('2026-11-20T00:00:00Z'),
}

test.each([
  ['2026-11-30T13:00:00Z', '2026-12-01T13:00:00Z', 'Tue 1 Dec'],
  ['2026-11-30T13:00:00Z', '2026-12-03T13:00:00Z', 'Tue 1 Dec – Thu 3 Dec'],
  ['2026-11-30T22:00:00Z', '2026-12-01T00:30:00Z', 'Tue 1 Dec, 9:00–11:30 am AEDT'],
  [
    '2026-11-30T22:00:00Z',
    '2026-12-02T00:00:00Z',
    'Tue 1 Dec, 9:00 am AEDT – Wed 2 Dec, 11:00 am AEDT',
  ],
])('the span from %s to %s reads %j in Sydney', (start, end, words) => {
  expect(absenceWords({ start, end }, style)).toBe(words)
})
