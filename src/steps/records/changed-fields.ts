import type { FlattenedField } from 'payload'
import type { FieldChanges } from '../../database/records/audit.ts'

type Values = Record<string, unknown>

/** Secrets, bookkeeping and addresses that follow from a file's name: never part of a history. */
const untold = new Set(
  (
    'id createdAt updatedAt version hash salt password sessions resetPasswordToken ' +
    'resetPasswordExpiration loginAttempts lockUntil _verified _verificationToken command plan ' +
    'tokenHash keyHash url thumbnailURL'
  ).split(' '),
)

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const idOf = (value: unknown) => (isObject(value) && 'id' in value ? value.id : value)

const instantOf = (value: unknown) => {
  const time = value instanceof Date ? value.getTime() : Date.parse(String(value))
  return Number.isNaN(time) ? value : new Date(time).toISOString()
}

const sortedEntries = (value: Values): Values =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => key !== 'id' && item !== undefined && item !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, plain(item)]),
  )

const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  return isObject(value) ? sortedEntries(value) : value
}

/** One value in the form in which two documents are compared and the history keeps it. */
const comparable = (field: FlattenedField, value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return null
  if (field.type === 'relationship' || field.type === 'upload') {
    return Array.isArray(value) ? (value.length > 0 ? value.map(idOf) : null) : idOf(value)
  }
  if (field.type === 'date') return instantOf(value)
  if (Array.isArray(value) && value.length === 0) return null
  return plain(value)
}

const isTold = (field: FlattenedField) =>
  !untold.has(field.name) && !('virtual' in field && field.virtual) && field.type !== 'join'

/** Whether two comparable values are the same. */
export const isSame = (a: unknown, b: unknown) =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))

/**
 * What differs between two versions of a document, as `{ field: [before, after] }`; members of a
 * group are named `group.member`. Fields that `after` does not have are left out.
 */
export function changedFields(input: {
  fields: FlattenedField[]
  before: Values
  after: Values
  prefix?: string
}): FieldChanges {
  const { fields, before, after, prefix = '' } = input
  const changes: FieldChanges = {}
  for (const field of fields) {
    if (!isTold(field) || after[field.name] === undefined) continue
    const [old, fresh] = [before[field.name], after[field.name]]
    if (field.type === 'group' || field.type === 'tab') {
      const members = {
        fields: field.flattenedFields,
        before: isObject(old) ? old : {},
        after: isObject(fresh) ? fresh : {},
        prefix: `${prefix}${field.name}.`,
      }
      Object.assign(changes, changedFields(members))
      continue
    }
    const pair: [unknown, unknown] = [comparable(field, old), comparable(field, fresh)]
    if (!isSame(...pair)) changes[prefix + field.name] = pair
  }
  return changes
}
