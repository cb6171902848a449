import { describe, expect, test } from 'vitest'
import { dayFilter } from '../../../src/domain/scheduling/day-filter.ts'
import { daySpan } from '../../../src/domain/scheduling/day-span.ts'

const day = daySpan('2026-12-09', '2026-12-10', 'Australia/Sydney')
const next = daySpan('2026-12-10', '2026-12-11', 'Australia/Sydney')
const start = '2026-12-08T13:00:00.000Z'
const end = '2026-12-09T13:00:00.000Z'

describe('an instant is compared with a day of a zone', () => {
  test.each([
    ['greater_than_equal', { greater_than_equal: start }],
    ['greater_than', { greater_than_equal: end }],
    ['less_than', { less_than: start }],
    ['less_than_equal', { less_than: end }],
    ['equals', { and: [{ greater_than_equal: start }, { less_than: end }] }],
    ['not_equals', { or: [{ less_than: start }, { greater_than_equal: end }, { exists: false }] }],
    ['exists', null],
    ['near', null],
  ])('%s', (operator, meant) => {
    expect(dayFilter(operator, [day])).toEqual(meant)
  })

  test('and with several at once', () => {
    expect(dayFilter('in', [day, next])).toEqual({
      or: [
        { and: [{ greater_than_equal: start }, { less_than: end }] },
        { and: [{ greater_than_equal: end }, { less_than: '2026-12-10T13:00:00.000Z' }] },
      ],
    })
    expect(dayFilter('in', [])).toBeNull()
  })
})
