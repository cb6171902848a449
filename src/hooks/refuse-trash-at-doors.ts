import type { CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '../domain/domain-error.ts'

/** The framework reads relations this way, and shows none that is in the Deleted list. */
const isOfRelation = (args: { currentDepth?: number }): boolean => args.currentDepth !== undefined

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
  const { trash } = args as { trash?: boolean }
  if (!collection.trash || !trash || overrideAccess === true || isOfRelation(args)) return args
  if (await collection.access.delete({ req })) return args
  throw new DomainError('not-allowed', 'Your role may not see or restore deleted records.', {
    status: 403,
  })
}
