import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * Refuses deletion for good where a collection has a Deleted list: bookings and history refer to
 * such records for years. The product's own code may still do it.
 * @throws {DomainError} not-allowed
 */
export const refusePurgeAtDoors: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
}) => {
  if (operation !== 'delete' || !collection.trash || overrideAccess === true) return args
  throw new DomainError('not-allowed', 'This is kept; move it to the Deleted list instead.')
}
