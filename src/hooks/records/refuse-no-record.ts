import type { CollectionBeforeOperationHook, SanitizedCollectionConfig } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

const words = new Set(['email', 'text', 'textarea'])

/** The framework reads words before it checks them, so that nothing else may come to it. */
const assertWords = (data: object, fields: SanitizedCollectionConfig['flattenedFields']): void => {
  for (const field of fields) {
    const value = (data as Record<string, unknown>)[field.name] ?? ''
    const isOne = !('hasMany' in field && field.hasMany)
    if (!words.has(field.type) || !isOne || typeof value === 'string') continue
    if (field.type !== 'email' && typeof value !== 'object') continue
    const message = 'Give this as text.'
    throw new DomainError('invalid-input', message, { field: field.name })
  }
}

/**
 * Refuses to write what is no record, such as null or a list in a form's `_payload`; nothing at all
 * is a record without values.
 * @throws {DomainError} invalid-input 400, 422 for a field of words
 */
export const refuseNoRecord: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (data === undefined) return { ...args, data: {} }
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
    assertWords(data, collection.flattenedFields)
    return args
  }
  throw new DomainError('invalid-input', 'The body has to be one JSON object.', { status: 400 })
}
