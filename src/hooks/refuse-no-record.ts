import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../domain/domain-error.ts'

/**
 * Refuses to write what is no record, such as null or a list in a form's `_payload`; nothing at all
 * is a record without values.
 * @throws {DomainError} invalid-input 400
 */
export const refuseNoRecord: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  if (data === undefined) return { ...args, data: {} }
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return args
  throw new DomainError('invalid-input', 'The body has to be one JSON object.', { status: 400 })
}
