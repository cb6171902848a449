import { isEqualValue, isFilterValue } from './filter-values.ts'
import type { Filterable, FilterKind } from './filterable.ts'

const identity = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

const operators: Record<FilterKind, readonly string[]> = {
  checkbox: ['equals', 'not_equals', 'exists'],
  choice: identity,
  date: [...identity, ...order],
  id: identity,
  json: ['exists'],
  number: [...identity, ...order],
  text: [...identity, 'like', 'not_like', 'contains'],
}

/** The operators that a field can be filtered with. */
export const operatorsOf = ({ kind, isList }: Filterable): readonly string[] =>
  isList && (kind === 'choice' || kind === 'id')
    ? [...operators[kind], 'contains']
    : operators[kind]

const expected = ({ kind, options = [] }: Filterable): string => {
  if (kind === 'choice') return `one of ${options.join(', ')}`
  const words = {
    checkbox: 'true or false',
    date: 'a date such as 2027-03-14 or 2027-03-14T09:30:00Z',
    id: 'an id',
    json: 'true or false',
    number: 'a number',
    text: 'a text',
  }
  return words[kind]
}

export const isListed = (operator: string): boolean => operator === 'in' || operator === 'not_in'

/** The values of a list; in a query string they are separated by commas. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? value.split(',') : [value]
}

const isBoolean = (value: unknown) =>
  typeof value === 'boolean' || value === 'true' || value === 'false'

/** Why a field cannot be filtered like this, as a sentence; null where it can. */
export const whyNotFilter = (
  field: Filterable,
  { path, operator, value }: { path: string; operator: string; value: unknown },
): null | string => {
  const allowed = operatorsOf(field)
  if (!allowed.includes(operator)) {
    return `“${path}” cannot be filtered by “${operator}”. Use ${allowed.join(', ')}.`
  }
  if (operator === 'exists') {
    return isBoolean(value) ? null : `Whether “${path}” exists is compared with true or false.`
  }
  if (!isListed(operator)) {
    const isSame = operator === 'equals' || operator === 'not_equals'
    if (isSame ? isEqualValue(field, value) : isFilterValue(field, value)) return null
    return `“${path}” is compared with ${expected(field)}.`
  }
  if (listOf(value).every((each) => isFilterValue(field, each))) return null
  return `“${path}” lists values, each ${expected(field)}.`
}
