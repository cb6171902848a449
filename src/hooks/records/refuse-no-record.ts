import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  GlobalBeforeOperationHook,
} from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import { isNumberText } from '../../domain/records/number-text.ts'

type Values = Record<string, unknown>

const words = new Set(['email', 'text', 'textarea'])

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refuse = (message: string, field: string) =>
  new DomainError('invalid-input', message, { field })

const isWord = (field: FlattenedField, value: unknown): boolean => {
  if (typeof value === 'string') return true
  return field.type !== 'email' && typeof value !== 'object'
}

const isNumeric = (value: unknown): boolean =>
  [value].flat().every((each) => typeof each !== 'string' || isNumberText(each))

const assertValue = (field: FlattenedField, value: unknown, path: string): void => {
  const isOne = !('hasMany' in field && field.hasMany)
  if (words.has(field.type) && isOne && !isWord(field, value))
    throw refuse('Give this as text.', path)
  if (field.type === 'number' && !isNumeric(value)) throw refuse('Give this as a number.', path)
  if (field.type === 'group' && isValues(value)) assertValues(value, field.flattenedFields, path)
  if (field.type !== 'array' || !Array.isArray(value)) return
  for (const [place, row] of value.entries())
    if (isValues(row)) assertValues(row, field.flattenedFields, `${path}.${place}`)
}

/** The framework reads words and numbers before it checks them, and takes “5 km” for 5. */
const assertValues = (data: Values, fields: FlattenedField[], prefix = ''): void => {
  for (const field of fields) {
    const value = data[field.name] ?? ''
    if (value !== '') assertValue(field, value, prefix ? `${prefix}.${field.name}` : field.name)
  }
}

const readRecord = (data: unknown, fields: FlattenedField[]): unknown => {
  if (data === undefined) return {}
  if (!isValues(data))
    throw new DomainError('invalid-input', 'The body has to be one JSON object.', { status: 400 })
  assertValues(data, fields)
  return data
}

/**
 * Refuses to write what is no record, such as null or a list in a form's `_payload`; nothing at all
 * is a record without values.
 * @throws {DomainError} invalid-input 400, 422 for a field of words or of a number
 */
export const refuseNoRecord: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  return { ...args, data: readRecord(data, collection.flattenedFields) }
}

/** The same for a page of settings. */
export const refuseNoSettings: GlobalBeforeOperationHook = ({ args, global, operation }) => {
  if (operation !== 'update') return args
  const { data } = args as { data?: unknown }
  return { ...args, data: readRecord(data, global.flattenedFields) }
}
