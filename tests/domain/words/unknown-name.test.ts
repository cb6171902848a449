import { describe, expect, test } from 'vitest'
import { nearestName } from '../../../src/domain/words/nearest-name.ts'
import { unknownName } from '../../../src/domain/words/unknown-name.ts'

const known = ['reason', 'comment', 'fieldworker', 'start', 'end', 'fee']

describe('the nearest name', () => {
  test.each([
    ['resaon', 'reason'],
    ['Reason', 'reason'],
    ['fieldwroker', 'fieldworker'],
    ['fieldworkers', 'fieldworker'],
    ['strat', 'start'],
    ['stat', 'start'],
    ['ent', 'end'],
    ['colour', null],
    ['', null],
    ['reason'.repeat(20), null],
  ])('to “%s” is %s', (typed, nearest) => {
    expect(nearestName(typed, known)).toBe(nearest)
  })
})

describe('an unknown name', () => {
  test.each([
    [['resaon'], 'Nothing here is called “resaon”. Did you mean “reason”?'],
    [['colour'], 'Nothing here is called “colour”. Leave it out, or check the spelling.'],
    [
      ['resaon', 'colour'],
      'Nothing here is called “resaon” or “colour”. Leave it out, or check the spelling.',
    ],
  ])('%j is refused in words', (typed, words) => {
    expect(unknownName(typed, known)).toBe(words)
  })
})
