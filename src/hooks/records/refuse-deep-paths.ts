import type { CollectionBeforeOperationHook, FlattenedField, Payload } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

type Query = { where?: unknown; sort?: unknown }

const relatedTo = (field: FlattenedField, payload: Payload): FlattenedField[] | undefined => {
  let slug: unknown
  if (field.type === 'join') slug = field.collection
  if (field.type === 'relationship' || field.type === 'upload') slug = field.relationTo
  return typeof slug === 'string'
    ? payload.collections[slug as 'users']?.config.flattenedFields
    : undefined
}

/** How many relations a path follows beyond the id: `customer` none, `customer.name` one. */
const hopsOf = (path: string, fields: FlattenedField[], payload: Payload): number => {
  const [first, ...rest] = path.replaceAll('__', '.').split('.')
  const field = fields.find(({ name }) => name === first)
  if (!field || rest.length === 0) return 0
  if ('flattenedFields' in field) return hopsOf(rest.join('.'), field.flattenedFields, payload)
  const related = relatedTo(field, payload)
  if (!related || rest.join('.') === 'id') return 0
  return 1 + hopsOf(rest.join('.'), related, payload)
}

const pathsIn = (where: unknown): string[] => {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]) =>
    /^(and|or)$/i.test(key) && Array.isArray(value) ? value.flatMap(pathsIn) : [key],
  )
}

const sortsIn = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((part) => typeof part === 'string')
    .flatMap((part) => part.split(','))
    .map((part) => part.trim().replace(/^-/, ''))

/**
 * Refuses what the framework does not check to the end: a filter that follows two relations (its
 * refusal comes too late and ends the process) and an order by a field of another record.
 * @throws {DomainError} invalid-input
 */
export const refuseDeepPaths: CollectionBeforeOperationHook = ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true) return args
  const check = ({ where, sort }: Query, fields: FlattenedField[]) => {
    const isDeep = pathsIn(where).some((path) => hopsOf(path, fields, req.payload) > 1)
    const isElsewhere = sortsIn(sort).some((path) => hopsOf(path, fields, req.payload) > 0)
    if (!isDeep && !isElsewhere) return
    throw new DomainError('invalid-input', 'Filter and sort by fields of these records alone.')
  }
  const query = args as Query & { joins?: false | Record<string, false | Query> }
  check(query, collection.flattenedFields)
  for (const [name, join] of Object.entries(query.joins || {})) {
    const field = collection.flattenedFields.find((each) => each.name === name)
    const related = field && relatedTo(field, req.payload)
    if (join && related) check(join, related)
  }
  return args
}
