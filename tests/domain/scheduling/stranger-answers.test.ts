import { expect, test } from 'vitest'
import { publicCount } from '../../../src/domain/scheduling/public-count.ts'
import { coarseTravel } from '../../../src/domain/scheduling/travel.ts'

const here = { lat: 0, lng: 0 }

test.each([
  [0, 0],
  [1, 15],
  [15, 15],
  [16, 30],
])('a way of %i minutes counts as %i for strangers', (minutes, coarse) => {
  const model = coarseTravel({ minutesBetween: () => minutes })

  expect(model.minutesBetween(here, here)).toBe(coarse)
})

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 3],
  [40, 3],
])('of %i people strangers learn that there are at least %i', (available, told) => {
  expect(publicCount(available)).toBe(told)
})
