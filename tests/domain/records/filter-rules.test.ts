import { describe, expect, test } from 'vitest'
import type { Filterable } from '../../../src/domain/records/filterable.ts'
import { operatorsOf, whyNotFilter } from '../../../src/domain/records/filter-rules.ts'

const id = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'
const choice: Filterable = { kind: 'choice', options: ['pending', 'confirmed'] }

const isRefused = (field: Filterable, operator: string, value: unknown) =>
  whyNotFilter(field, { path: 'field', operator, value }) !== null

describe('a filter', () => {
  test.each<[Filterable, string, unknown]>([
    [{ kind: 'text' }, 'like', 'Ada'],
    [{ kind: 'text' }, 'in', 'a,b'],
    [{ kind: 'text' }, 'equals', null],
    [{ kind: 'number' }, 'greater_than', '1.5'],
    [{ kind: 'number' }, 'in', [1, 2]],
    [{ kind: 'date' }, 'less_than', '2028-02-29'],
    [{ kind: 'date' }, 'equals', new Date(0)],
    [{ kind: 'date' }, 'equals', 'null'],
    [{ kind: 'date' }, 'equals', '2027-03-14T09:30:00+11:00'],
    [{ kind: 'id' }, 'not_in', `${id},${id}`],
    [{ kind: 'id', isList: true }, 'contains', id],
    [{ kind: 'checkbox' }, 'equals', 'false'],
    [choice, 'in', 'pending,confirmed'],
    [{ kind: 'json' }, 'exists', 'true'],
  ])('of %o takes %s %o', (field, operator, value) => {
    expect(isRefused(field, operator, value)).toBe(false)
  })

  test.each<[Filterable, string, unknown]>([
    [{ kind: 'text' }, 'greater_than', 'a'],
    [{ kind: 'text' }, 'like', 5],
    [{ kind: 'text' }, 'like', null],
    [{ kind: 'text' }, 'equals', ['a']],
    [{ kind: 'text' }, 'equals', 'a\0'],
    [{ kind: 'number' }, 'equals', ''],
    [{ kind: 'number' }, 'equals', '1e400'],
    [{ kind: 'number' }, 'equals', Number.NaN],
    [{ kind: 'date' }, 'like', '2027'],
    [{ kind: 'date' }, 'equals', '2027-02-29'],
    [{ kind: 'date' }, 'equals', '0000-01-01'],
    [{ kind: 'date' }, 'equals', '14.3.2027'],
    [{ kind: 'date' }, 'equals', '2027-03-14T09:30:00 11:00'],
    [{ kind: 'id' }, 'equals', 'x'],
    [{ kind: 'id' }, 'in', [null]],
    [{ kind: 'id' }, 'contains', id],
    [{ kind: 'checkbox' }, 'in', 'true'],
    [choice, 'equals', 'unknown'],
    [choice, 'like', 'pend'],
    [{ kind: 'json' }, 'equals', '{}'],
    [{ kind: 'text' }, 'exists', 'perhaps'],
    [{ kind: 'text' }, 'near', '1,2'],
  ])('of %o refuses %s %o', (field, operator, value) => {
    expect(isRefused(field, operator, value)).toBe(true)
  })

  test('says which comparisons a field knows', () => {
    const why = whyNotFilter(choice, { path: 'status', operator: 'like', value: 'x' })

    expect(why).toBe(
      `“status” cannot be filtered by “like”. Use ${operatorsOf(choice).join(', ')}.`,
    )
  })
})
