import type { Filterable, FilterKind } from './filterable.ts'

const maxText = 1000
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const decimal = /^-?\d{1,15}(\.\d{1,15})?$/
const moment = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const isMoment = (value: unknown): boolean => {
  if (value instanceof Date) {
    const year = value.getUTCFullYear()
    return year > 0 && year < 10_000
  }
  if (typeof value !== 'string') return false
  const [, year, month, day] = moment.exec(value) ?? []
  return isDay(Number(year), Number(month), Number(day)) && !Number.isNaN(Date.parse(value))
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= maxText && !value.includes('\0')

/** In an address nothing but words can be written; this one stands for the missing value. */
const isNothing = (value: unknown): boolean => value === 'null'

const tests: Record<FilterKind, (value: unknown, field: Filterable) => boolean> = {
  checkbox: (value) => typeof value === 'boolean' || value === 'true' || value === 'false',
  choice: (value, { options = [] }) => typeof value === 'string' && options.includes(value),
  date: (value) => isMoment(value),
  id: (value) => typeof value === 'string' && uuid.test(value),
  json: () => false,
  number: (value) =>
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && decimal.test(value)),
  text: isText,
}

/** Whether a field can be compared with a value. */
export const isFilterValue = (field: Filterable, value: unknown): boolean =>
  tests[field.kind](value, field)

/** Whether a field can be asked to equal a value, or nothing. */
export const isEqualValue = (field: Filterable, value: unknown): boolean =>
  value === null ||
  isFilterValue(field, value) ||
  (isNothing(value) && (field.kind === 'date' || field.kind === 'id'))
