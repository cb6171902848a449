import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * Refuses update and delete by filter: the framework runs such documents in parallel in one
 * transaction and swallows what their hooks refuse.
 * @throws {DomainError} not-allowed
 */
export const refuseBulk: CollectionBeforeOperationHook = ({ args, operation }) => {
  const isWrite = operation === 'update' || operation === 'delete'
  if (isWrite && (args as { id?: unknown }).id === undefined) {
    throw new DomainError('not-allowed', 'Change these records one at a time, by their id.')
  }
  return args
}
