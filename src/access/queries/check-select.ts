import type { FlattenedField, Payload } from 'payload'
import { relatedFields } from './field-at.ts'
import { QueryRefusal } from './query-refusal.ts'

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shape = 'Select fields by name, as in select[name]=true.'

const readSelect = (select: unknown, fields: FlattenedField[], name: string): void => {
  if (!isPlain(select)) throw new QueryRefusal(shape, name)
  for (const [key, value] of Object.entries(select)) {
    const field = fields.find((each) => each.name === key)
    if (!field && key !== 'id') throw new QueryRefusal(`There is no field “${key}” here.`, name)
    if (value === 'true' || value === 'false' || typeof value === 'boolean') continue
    if (!field || !('flattenedFields' in field)) {
      throw new QueryRefusal(shape, name)
    }
    readSelect(value, field.flattenedFields, name)
  }
}

/**
 * Checks the selected fields against the schema.
 * @throws {QueryRefusal} invalid-input
 */
export const checkSelect = (select: unknown, fields: FlattenedField[]): void => {
  if (select !== undefined) readSelect(select, fields, 'select')
}

/**
 * Checks the selected fields of related records against the schema.
 * @throws {QueryRefusal} invalid-input
 */
export const checkPopulate = (populate: unknown, payload: Payload): void => {
  if (populate === undefined) return
  if (!isPlain(populate)) {
    throw new QueryRefusal(
      'Populate by collection, as in populate[customers][name]=true.',
      'populate',
    )
  }
  for (const [slug, select] of Object.entries(populate)) {
    const collection = payload.collections[slug as 'users']
    if (!collection) throw new QueryRefusal(`There is no collection “${slug}”.`, 'populate')
    readSelect(select, collection.config.flattenedFields, 'populate')
  }
}

type Join = Record<'count' | 'limit' | 'page' | 'sort' | 'where', unknown>

/** Each list of related records that is asked for, with the fields of those records. */
export const joinsAsked = (
  joins: unknown,
  fields: FlattenedField[],
  payload: Payload,
): { join: Partial<Join>; fields: FlattenedField[]; name: string }[] => {
  if (joins === undefined) return []
  const example = 'Ask for lists as in joins[lines][limit]=5 or joins[lines]=false.'
  if (!isPlain(joins)) throw new QueryRefusal(example, 'joins')
  return Object.entries(joins).flatMap(([name, join]) => {
    const field = fields.find((each) => each.type === 'join' && each.name === name)
    const related = field && relatedFields(field, payload)
    if (!related) throw new QueryRefusal(`There is no list “${name}” here.`, 'joins')
    if (join === 'false' || join === false) return []
    if (!isPlain(join)) throw new QueryRefusal(example, 'joins')
    return [{ join, fields: related, name }]
  })
}
