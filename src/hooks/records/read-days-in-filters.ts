import type { CollectionBeforeOperationHook, FlattenedField, Payload, Where } from 'payload'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { type DayCondition, dayFilter } from '../../domain/scheduling/day-filter.ts'
import { daySpan } from '../../domain/scheduling/day-span.ts'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { addDays } from '../../domain/scheduling/local-time.ts'

type Query = { where?: Where }
type DayOf = (value: unknown) => string | null
type Reading = { fields: FlattenedField[]; payload: Payload; dayOf: DayOf; zone: string }

const relatedFields = (field: FlattenedField, payload: Payload): FlattenedField[] => {
  if ('flattenedFields' in field) return field.flattenedFields
  const slug =
    field.type === 'join' ? field.collection : 'relationTo' in field ? field.relationTo : undefined
  if (typeof slug !== 'string') return []
  return payload.collections[slug as 'users']?.config.flattenedFields ?? []
}

const isInstant = (path: string, fields: FlattenedField[], payload: Payload): boolean => {
  const [first, ...rest] = path.replaceAll('__', '.').split('.')
  const field = fields.find(({ name }) => name === first)
  if (!field) return false
  if (rest.length === 0) return field.type === 'date'
  return isInstant(rest.join('.'), relatedFields(field, payload), payload)
}

/** A day as it is written, at every door. */
const written: DayOf = (value) => (isLocalDate(value) ? value : null)

/** The panel's lists let one choose a day, which arrives as about noon of it in UTC. */
const picked: DayOf = (value) => {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T1[12]:[\d:.]+Z$/.exec(String(value)) ?? []
  return written(value) ?? (isLocalDate(day) ? day : null)
}

const conditionsOf = (path: string, condition: DayCondition): Where => {
  if ('and' in condition) return { and: condition.and.map((one) => conditionsOf(path, one)) }
  if ('or' in condition) return { or: condition.or.map((one) => conditionsOf(path, one)) }
  return { [path]: condition } as Where
}

const readCondition = (path: string, asked: object, { dayOf, zone }: Reading): Where[] =>
  Object.entries(asked).map(([operator, value]): Where => {
    const values = Array.isArray(value) ? value : String(value).split(',')
    const days = values.map(dayOf).filter((day) => day !== null)
    const spans = days.map((day) => daySpan(day, addDays(day, 1), zone))
    const meant = days.length === values.length ? dayFilter(operator, spans) : null
    return meant ? conditionsOf(path, meant) : { [path]: { [operator]: value } }
  })

const readWhere = (where: Where, reading: Reading): Where => {
  const parts = Object.entries(where).flatMap(([key, value]): Where[] => {
    if (/^(and|or)$/i.test(key) && Array.isArray(value)) {
      return [{ [key]: value.map((one) => readWhere(one, reading)) }]
    }
    const isDate = typeof value === 'object' && isInstant(key, reading.fields, reading.payload)
    return isDate ? readCondition(key, value, reading) : [{ [key]: value } as Where]
  })
  return parts.length === 1 ? (parts[0] ?? {}) : { and: parts }
}

const mentionsDay = (where: unknown, dayOf: DayOf): boolean => {
  if (typeof where === 'string') return where.split(',').some((one) => dayOf(one) !== null)
  if (typeof where !== 'object' || where === null) return false
  return Object.values(where).some((value) => mentionsDay(value, dayOf))
}

/**
 * Reads days in filters of instants as days of the company's zone: "from 9 December" includes its
 * first moment, "equals" the whole of it.
 */
export const readDaysInFilters: CollectionBeforeOperationHook = async ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  const { where } = args as Query
  const isPanelList = 'includeLockStatus' in args && args.includeLockStatus === true
  const dayOf = isPanelList ? picked : written
  if (overrideAccess === true || !where || !mentionsDay(where, dayOf)) return args
  const { companyTimezone: zone } = await referenceOf(req)
  const reading = { fields: collection.flattenedFields, payload: req.payload, dayOf, zone }
  return { ...args, where: readWhere(where, reading) }
}
