import type { FlattenedField, Payload } from 'payload'
import { checkPopulate, checkSelect, joinsAsked } from './check-select.ts'
import { checkSort, checkWhere } from './check-where.ts'
import { lastPage, longestPage, maxPage, readNumber } from './page-size.ts'
import { QueryRefusal } from './query-refusal.ts'

type Query = Record<string, unknown>
type Subject = { fields: FlattenedField[]; payload: Payload }

/** Parameters that are true or false. */
const switches = [
  ...['autosave', 'draft', 'flattenLocales', 'overrideLock', 'pagination', 'trash'],
  ...['publishAllLocales', 'unpublishAllLocales'],
]
/** The panel sends a language; the product has only one, so these change nothing. */
const languages = ['fallback-locale', 'fallbackLocale', 'locale']
const listing = ['limit', 'page', 'pagination', 'sort', 'where']
const record = ['depth', 'draft', 'flattenLocales', 'joins', 'populate', 'select', 'trash']

export const parametersOf = {
  // The framework adds a depth to every query.
  count: [...languages, 'depth', 'trash', 'where'],
  global: [...languages, 'depth', 'draft', 'flattenLocales', 'populate', 'select'],
  list: [...languages, ...listing, ...record],
  record: [...languages, ...record],
} as const

/** Refuses parameters that would be ignored silently. @throws {QueryRefusal} invalid-input */
export const checkNames = (query: Query, known: readonly string[]): void => {
  const unknown = Object.keys(query).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new QueryRefusal(`Unknown parameter “${unknown}”. Use ${known.join(', ')}.`, unknown)
}

/** Refuses names that every object inherits, such as `constructor`. @throws {QueryRefusal} invalid-input */
export const checkSegments = (searchParams: undefined | URLSearchParams): void => {
  for (const name of searchParams?.keys() ?? []) {
    const segment = name.split(/[[\].]+/).find((each) => each in Object.prototype)
    if (segment !== undefined)
      throw new QueryRefusal(`There is no field “${segment}” here.`, segment)
  }
}

const checkSwitches = (query: Query): void => {
  for (const name of switches) {
    const value = query[name]
    if (value === undefined || value === 'true' || value === 'false') continue
    throw new QueryRefusal(`“${name}” is true or false.`, name)
  }
}

const parsed = (where: unknown): unknown => {
  if (typeof where !== 'string') return where
  try {
    return JSON.parse(where)
  } catch {
    // Not JSON and so not a filter: `checkWhere` refuses it.
    return where
  }
}

/**
 * The page that is asked for, of `most` records; a list without a limit gets the longest page.
 * @throws {QueryRefusal} invalid-input
 */
const readPage = ({ limit, page, pagination }: Query, most: number): Query => {
  const rows = readNumber(limit, 'limit', maxPage)
  if (rows !== undefined && rows > most) {
    const why = `A page of these has ${most} records at most. Ask for several pages.`
    throw new QueryRefusal(why, 'limit')
  }
  const at = readNumber(page, 'page', lastPage)
  const isEndless = rows === 0 || (pagination === 'false' && rows === undefined)
  return {
    ...(at !== undefined && { page: `${at}` }),
    ...(isEndless ? { limit: `${most}`, pagination: 'true' } : {}),
  }
}

const readJoins = ({ joins }: Query, { fields, payload }: Subject): Query => {
  if (joins === undefined) return {}
  const every = fields.filter(({ type }) => type === 'join').map(({ name }) => [name, 'false'])
  if (joins === 'false') return { joins: Object.fromEntries(every) }
  const read = joinsAsked(joins, fields, payload).map(({ join, fields: related, name }) => {
    const subject = { fields: related, payload }
    checkNames(join, ['count', 'limit', 'page', 'sort', 'where'])
    if (join.sort !== undefined) checkSort(join.sort, subject)
    if (![undefined, 'true', 'false'].includes(join.count as string)) {
      throw new QueryRefusal('“count” is true or false.', 'joins')
    }
    const where = checkWhere(parsed(join.where), subject)
    return [name, { ...join, ...readPage(join, maxPage), ...(where && { where }) }]
  })
  return { joins: { ...(joins as object), ...Object.fromEntries(read) } }
}

/**
 * Checks the query string of one of the framework's endpoints against the schema of its records.
 * @throws {QueryRefusal} invalid-input
 */
export const readQuery = (query: Query, subject: Subject): Query => {
  checkSwitches(query)
  const depth = readNumber(query['depth'], 'depth', 99) ?? 0
  checkSelect(query['select'], subject.fields)
  checkPopulate(query['populate'], subject.payload)
  if (query['sort'] !== undefined) checkSort(query['sort'], subject)
  if (query['data'] !== undefined) throw new QueryRefusal('Send records as the body.', 'data')
  const where = checkWhere(parsed(query['where']), subject)
  return {
    ...query,
    ...readPage(query, longestPage(subject.fields, depth)),
    ...readJoins(query, subject),
    ...(where && { where }),
  }
}
