import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

/** The framework gives a depth where it reads relations; it shows none that is deleted. */
type Asked = { trash?: boolean; currentDepth?: number }

/**
 * Keeps the Deleted list for those who may put a record there: whoever may not can neither read,
 * count, change nor restore what is in it.
 * @throws {DomainError} not-allowed
 */
export const refuseTrashAtDoors: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  const { trash, currentDepth } = args as Asked
  const isOfRelation = currentDepth !== undefined
  if (!collection.trash || !trash || overrideAccess === true || isOfRelation) return args
  if (await collection.access.delete({ req })) return args
  throw new DomainError('not-allowed', 'Your role may not see or restore deleted records.')
}
