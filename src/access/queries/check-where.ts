import type { FlattenedField, Payload, Where } from 'payload'
import { isListed, listOf, whyNotFilter } from '../../domain/records/filter-rules.ts'
import { type Filterable, storedForm } from '../../domain/records/filterable.ts'
import { fieldAt } from './field-at.ts'
import { QueryRefusal } from './query-refusal.ts'

type Subject = {
  fields: FlattenedField[]
  payload: Payload
  /** Whose phone numbers come without a prefix. */
  country?: string | null
}

/** One relation may be followed: the framework checks what lies beyond too late. */
const maxHops = 1
const maxNesting = 6
const maxConditions = 100

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const shape = 'A filter names fields and how each is compared, as in where[status][equals]=pending.'

/** The same message for a missing field and for one that the caller may not read. */
export const cannotAsk = (path: string): QueryRefusal =>
  new QueryRefusal(`These records cannot be filtered or sorted by “${path}”.`, path)

const tooFar = () => new QueryRefusal('Filter and sort only by fields of these records.')

/** The value as it is stored, lists split. */
const asked = (
  field: Filterable,
  { operator, value, country }: { operator: string; value: unknown; country: string | null },
): unknown => {
  const read = (one: unknown) => storedForm(field, operator, one, country)
  return isListed(operator) ? listOf(value).map(read) : read(value)
}

const readField = (
  path: string,
  comparison: unknown,
  { fields, payload, country = null }: Subject,
): Where[] => {
  const field = fieldAt(path, fields, payload)
  if (!field) throw cannotAsk(path)
  if (field.hops > maxHops) throw tooFar()
  const operators = isPlain(comparison) ? Object.entries(comparison) : []
  if (operators.length === 0) throw new QueryRefusal(shape, path)
  return operators.map(([operator, value]) => {
    const why = whyNotFilter(field, { path, operator, value })
    if (why) throw new QueryRefusal(why, path)
    return { [path]: { [operator]: asked(field, { operator, value, country }) } } as Where
  })
}

const readPart = (key: string, value: unknown, subject: Subject, nesting: number): Where[] => {
  const joint = key.toLowerCase()
  if (joint !== 'and' && joint !== 'or') return readField(key, value, subject)
  if (!Array.isArray(value)) throw new QueryRefusal(`“${key}” takes a list of filters.`, 'where')
  const parts = value.map((part) => readWhere(part, subject, nesting + 1))
  return parts.length > 0 ? [{ [joint]: parts }] : []
}

const readWhere = (where: unknown, subject: Subject, nesting: number): Where => {
  if (!isPlain(where)) throw new QueryRefusal(shape, 'where')
  if (nesting > maxNesting) throw new QueryRefusal('This filter is nested too deeply.', 'where')
  const parts = Object.entries(where).flatMap(([key, value]) =>
    readPart(key, value, subject, nesting),
  )
  const [only] = parts
  return only && parts.length === 1 ? only : { and: parts }
}

const sizeOf = (where: Where): number =>
  Object.values(where).reduce<number>(
    (sum, part) =>
      sum + (Array.isArray(part) ? part.reduce((all, each) => all + sizeOf(each), 0) : 1),
    0,
  )

/**
 * The filter as the schema allows it: known fields, each compared as its type can be, one
 * comparison a condition, so that each of them counts.
 * @throws {QueryRefusal} invalid-input
 */
export const checkWhere = (where: unknown, subject: Subject): Where | undefined => {
  if (where === undefined || where === null) return undefined
  const read = readWhere(where, subject, 0)
  if (sizeOf(read) > maxConditions) {
    throw new QueryRefusal(`A filter has ${maxConditions} conditions at most.`, 'where')
  }
  return read
}

/** The paths of an order, without their minus signs. */
export const sortPaths = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((part) => typeof part === 'string')
    .flatMap((part) => part.split(','))
    .map((part) => part.trim().replace(/^-/, ''))
    .filter((path) => path !== '')

/**
 * Refuses an order by a field of another record.
 * @throws {QueryRefusal} invalid-input
 */
export const checkSortPlace = (sort: unknown, { fields, payload }: Subject): void => {
  if (sortPaths(sort).some((path) => (fieldAt(path, fields, payload)?.hops ?? 0) > 0))
    throw tooFar()
}

/**
 * Reads an order by the schema: single values of these records.
 * @throws {QueryRefusal} invalid-input
 */
export const checkSort = (sort: unknown, subject: Subject): void => {
  const isText = [sort].flat().every((part) => part === undefined || typeof part === 'string')
  if (!isText) throw new QueryRefusal('Sort by fields, as in sort=-createdAt,name.', 'sort')
  checkSortPlace(sort, subject)
  const { fields, payload } = subject
  const unknown = sortPaths(sort).find((path) => !fieldAt(path, fields, payload)?.isSortable)
  if (unknown !== undefined) throw cannotAsk(unknown)
}
