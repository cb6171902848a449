import type { CollectionBeforeOperationHook } from 'payload'
import { refuseBulk } from './refuse-bulk.ts'

/**
 * Refuses update and delete by filter to every caller; the product's own code may use them where
 * a collection has no rules. @throws {DomainError} not-allowed
 */
export const refuseBulkAtDoors: CollectionBeforeOperationHook = (call) =>
  call.overrideAccess === true ? call.args : refuseBulk(call)
