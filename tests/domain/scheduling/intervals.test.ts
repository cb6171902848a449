import { describe, expect, it } from 'vitest'
import { intersect, merge, overlaps, subtract } from '../../../src/domain/scheduling/intervals.ts'

const spans = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))

describe('intervals', () => {
  it.each([
    ['touching spans do not overlap', [0, 10], [10, 20], false],
    ['one shared millisecond is an overlap', [0, 11], [10, 20], true],
    ['a span inside another overlaps it', [0, 30], [10, 20], true],
  ] as const)('%s', (_name, a, b, expected) => {
    expect(overlaps({ start: a[0], end: a[1] }, { start: b[0], end: b[1] })).toBe(expected)
  })

  it('merging joins touching spans and drops empty ones', () => {
    expect(merge(spans([10, 20], [0, 10], [30, 30], [15, 18]))).toEqual(spans([0, 20]))
  })

  it('merging leaves its input alone', () => {
    const input = spans([0, 10], [5, 20])

    merge(input)

    expect(input).toEqual(spans([0, 10], [5, 20]))
  })

  it('the intersection is the time in both lists', () => {
    expect(intersect(spans([0, 10], [20, 30]), spans([5, 25], [29, 40]))).toEqual(
      spans([5, 10], [20, 25], [29, 30]),
    )
  })

  it.each([
    ['a hole in the middle splits', spans([0, 30]), spans([10, 20]), spans([0, 10], [20, 30])],
    ['a hole over the edge shortens', spans([10, 30]), spans([0, 15]), spans([15, 30])],
    [
      'one hole may cut two spans',
      spans([0, 10], [20, 30]),
      spans([5, 25]),
      spans([0, 5], [25, 30]),
    ],
    ['a full cover leaves nothing', spans([5, 10]), spans([0, 20]), []],
    ['touching holes take nothing', spans([10, 20]), spans([0, 10], [20, 30]), spans([10, 20])],
  ])('%s', (_name, time, holes, expected) => {
    expect(subtract(time, holes)).toEqual(expected)
  })
})
