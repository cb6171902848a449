import type {
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload'
import { unknownName } from '../../domain/words/unknown-name.ts'
import { QueryRefusal } from './query-refusal.ts'

/** What the panel sends along with a record's fields. */
const always = ['id', 'createdAt', 'updatedAt', '_status', 'globalType']
/** Beside a password, what the framework adds to an account that it reads. */
const ofAccounts = ['password', 'confirm-password', 'collection', '_strategy']
/** What the framework itself puts beside the fields of a file. */
const ofFiles = ['prefix', '_objectKey', 'file']

/** The names that people may know of: what is hidden is nobody's to write. */
const shownNames = (fields: FlattenedField[]): string[] =>
  fields.filter((field) => !('hidden' in field && field.hidden)).map(({ name }) => name)

/** Whether these are the fields that the caller sent, and not what a rule writes for them. */
const isSent = (data: unknown, { req, slug }: { req: PayloadRequest; slug: string }): boolean =>
  req.payloadAPI === 'REST' &&
  (data === req.data || (req.file !== undefined && req.routeParams?.['collection'] === slug))

const refuseUnknown = (data: object, fields: FlattenedField[], also: readonly string[]): void => {
  const known = new Set([...fields.map(({ name }) => name), ...also])
  const unknown = Object.keys(data).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new QueryRefusal(unknownName(unknown, shownNames(fields)), unknown[0])
}

const isRecord = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

type Writing = {
  collection: SanitizedCollectionConfig
  operation: string
  req: PayloadRequest
}

/**
 * Refuses a field that records of the collection do not have, instead of dropping it. A caller who
 * may not write here learns nothing of its fields: the framework refuses them.
 * @throws {QueryRefusal} invalid-input
 */
export const checkFields = async (
  data: unknown,
  { collection, operation, req }: Writing,
): Promise<void> => {
  const { slug, access, auth, upload, flattenedFields, custom } = collection
  if (custom?.['isSecured'] !== true || !isRecord(data) || !isSent(data, { req, slug })) return
  const allowed = operation === 'create' ? access.create : access.update
  if ((await allowed({ req, data })) === false) return
  const also = [...always, ...(auth ? ofAccounts : []), ...(upload ? ofFiles : [])]
  refuseUnknown(data, flattenedFields, also)
}

/** The same for a page of settings. @throws {QueryRefusal} invalid-input */
export const checkGlobalFields = async (
  data: unknown,
  { global, req }: { global: SanitizedGlobalConfig; req: PayloadRequest },
): Promise<void> => {
  if (!isRecord(data) || !isSent(data, { req, slug: global.slug })) return
  if ((await global.access.update({ req, data })) === false) return
  refuseUnknown(data, global.flattenedFields, always)
}
