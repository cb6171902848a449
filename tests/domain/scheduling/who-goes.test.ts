import { expect, test } from 'vitest'
import { expandCrew } from '../../../src/domain/scheduling/expand-crew.ts'

test.each([
  ['somebody named goes alone', { fieldworker: 'ann' }, 3, ['ann']],
  [
    'somebody named leads as many as are wanted',
    { fieldworker: 'ann', people: 2 },
    1,
    ['ann', 'any'],
  ],
  ['the house sends the crew', { fieldworker: 'any' }, 3, ['any', 'any', 'any']],
  ['the house sends as many as are wanted', { fieldworker: 'any', people: 1 }, 3, ['any']],
  ['the person before leads the crew', { fieldworker: 'same' }, 2, ['same', 'any']],
  ['nobody yet is one open visit', { fieldworker: null }, 2, [null]],
  ['nobody yet, for several', { people: 2 }, 1, [null, null]],
] as const)('%s', (_name, wanted, crew, expected) => {
  expect(expandCrew(wanted, crew)).toEqual(expected)
})
