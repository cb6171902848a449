import type { CollectionBeforeValidateHook, GlobalBeforeValidateHook } from 'payload'
import { readLists } from '../../domain/records/lists.ts'

/** @throws {DomainError} invalid-input 422 for what is not a list in the place of one */
export const deriveLists: CollectionBeforeValidateHook = ({ collection, data }) =>
  data && readLists(data, collection.flattenedFields)

/** The same for a page of settings. */
export const deriveSettingsLists: GlobalBeforeValidateHook = ({ data, global }) =>
  readLists(data as Record<string, unknown>, global.flattenedFields)
