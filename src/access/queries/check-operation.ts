import type { CollectionBeforeOperationHook, GlobalConfig, SanitizedConfig } from 'payload'
import { companyCountry } from '../../database/records/company-country.ts'
import { checkSort, checkSortPlace, checkWhere } from './check-where.ts'
import { checkFields, checkGlobalFields } from './check-fields.ts'
import { joinsAsked } from './check-select.ts'
import { checkPage, longestPage } from './page-size.ts'

type Query = {
  where?: unknown
  sort?: unknown
  limit?: number
  page?: unknown
  joins?: unknown
  data?: unknown
}
type GlobalBeforeOperation = NonNullable<
  NonNullable<GlobalConfig['hooks']>['beforeOperation']
>[number]

/** Drops what only the database sets. */
const withoutStamps = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...rest
  } = data as Query & {
    id?: unknown
    createdAt?: unknown
    updatedAt?: unknown
  }
  return rest
}

/** The company's country is read only for filters that may need it. */
const asksForPhone = ({ where, joins }: Query): boolean =>
  /phone/i.test(JSON.stringify([where, joins]))

const isWriting = (operation: string): boolean => operation === 'create' || operation === 'update'

const pageOf = (limit: number | undefined, most: number): number | undefined =>
  limit === undefined || (limit > 0 && limit <= most) ? limit : most

/**
 * At every door: filters and orders that the schema allows, pages of limited length, ids and
 * timestamps that only the database sets, and no field that the records do not have.
 * @throws {QueryRefusal} invalid-input
 */
const checkOperation: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return args
  const { payload } = req
  const query = args as Query
  if (isWriting(operation)) await checkFields(query.data, { collection, operation, req })
  const country = asksForPhone(query) ? await companyCountry(req) : null
  const subject = { fields: collection.flattenedFields, payload, country }
  // The panel saves a list's order per user, and the framework ignores one that it cannot use.
  const readSort = req.payloadAPI === 'local' ? checkSortPlace : checkSort
  if (query.sort) readSort(query.sort, subject)
  if (query.page !== undefined) checkPage(query.page)
  if (query.joins) {
    for (const { join, fields } of joinsAsked(query.joins, collection.flattenedFields, payload)) {
      if (join.sort) readSort(join.sort, { fields, payload })
      join.where = checkWhere(join.where, { fields, payload, country })
    }
  }
  const where = checkWhere(query.where, subject)
  return {
    ...args,
    ...(where && { where }),
    ...('limit' in args && { limit: pageOf(query.limit, longestPage(subject.fields)) }),
    ...(isWriting(operation) && { data: withoutStamps(query.data) }),
  } as typeof args
}

const checkGlobalOperation: GlobalBeforeOperation = async ({
  args,
  global,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true || operation !== 'update') return args
  await checkGlobalFields(args.data, { global, req })
  return { ...args, data: withoutStamps(args.data) }
}

/** Runs the check before every operation on every collection and global, the framework's own too. */
export const guardOperations = (config: SanitizedConfig): void => {
  for (const { hooks } of config.collections) hooks.beforeOperation.unshift(checkOperation)
  for (const { hooks } of config.globals) {
    hooks.beforeOperation = [checkGlobalOperation, ...(hooks.beforeOperation ?? [])]
  }
}
