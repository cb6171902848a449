import type { CollectionBeforeOperationHook } from 'payload'
import { lockRow } from '../../database/locks.ts'

/** Locks the document before it is read, so that two savers of different fields both win. */
export const lockDocument: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation === 'update' || operation === 'delete') {
    await lockRow(req, collection.slug, (args as { id?: unknown }).id)
  }
  return args
}
