import type { FlattenedField, Payload } from 'payload'
import type { Filterable, FilterKind, StoredForm } from '../../domain/records/filterable.ts'

export type FieldAtPath = Filterable & {
  /** How many relations the path follows: `customer` none, `customer.name` one. */
  hops: number
  isSortable: boolean
}

type Place = { hops: number; isInList: boolean; payload: Payload }

const id: Filterable = { kind: 'id' }

const kinds: Partial<Record<FlattenedField['type'], FilterKind>> = {
  checkbox: 'checkbox',
  code: 'text',
  date: 'date',
  email: 'text',
  json: 'json',
  number: 'number',
  radio: 'choice',
  richText: 'json',
  select: 'choice',
  text: 'text',
  textarea: 'text',
}

const at = (filterable: Filterable, { hops, isInList }: Place): FieldAtPath => ({
  ...filterable,
  hops,
  isSortable: !isInList && !filterable.isList && filterable.kind !== 'json',
})

/** The fields of the records that a relation leads to; null for one that leads to several kinds. */
export const relatedFields = (field: FlattenedField, payload: Payload): FlattenedField[] | null => {
  let slug: unknown
  if (field.type === 'join') slug = field.collection
  if (field.type === 'relationship' || field.type === 'upload') slug = field.relationTo
  if (typeof slug !== 'string') return null
  return payload.collections[slug as 'users']?.config.flattenedFields ?? null
}

const isHidden = (field: FlattenedField): boolean =>
  ('hidden' in field && field.hidden === true) || ('virtual' in field && Boolean(field.virtual))

const throughRelation = (
  field: FlattenedField,
  rest: string[],
  place: Place,
): FieldAtPath | null => {
  const isList = 'hasMany' in field && field.hasMany === true
  const isInList = place.isInList || isList || field.type === 'join'
  const related = relatedFields(field, place.payload)
  if (!related) {
    const { relationTo } = field as { relationTo?: string[] }
    const [part, ...more] = rest
    if (more.length > 0) return null
    if (part === 'value') return at({ ...id, isList }, place)
    if (part === 'relationTo') return at({ kind: 'choice', options: relationTo ?? [] }, place)
    return null
  }
  if (rest.length === 0) return field.type === 'join' ? null : at({ ...id, isList }, place)
  if (rest.join('.') === 'id') {
    return field.type === 'join' ? null : at(id, { ...place, isInList })
  }
  return walk(rest, related, { ...place, hops: place.hops + 1, isInList })
}

const optionsOf = (field: FlattenedField): string[] =>
  field.type === 'select' || field.type === 'radio'
    ? field.options.map((option) => (typeof option === 'string' ? option : option.value))
    : []

/** The one form in which a text field stores what is typed, as it says itself. */
const formOf = (field: FlattenedField): StoredForm | undefined =>
  field.type === 'email' ? 'email' : (field.custom?.['form'] as StoredForm | undefined)

const walk = (segments: string[], fields: FlattenedField[], place: Place): FieldAtPath | null => {
  const [name, ...rest] = segments
  const field = fields.find((each) => each.name === name)
  if (!field) return name === 'id' && rest.length === 0 ? at(id, place) : null
  if (isHidden(field)) return null
  if (field.type === 'join' || field.type === 'relationship' || field.type === 'upload') {
    return throughRelation(field, rest, place)
  }
  if ('flattenedFields' in field) {
    const isInList = place.isInList || field.type === 'array'
    return rest.length === 0 ? null : walk(rest, field.flattenedFields, { ...place, isInList })
  }
  const kind = kinds[field.type]
  if (!kind || rest.length > 0) return null
  const isList = 'hasMany' in field && field.hasMany === true
  // Payload joins such a list to the wrong table beyond a relation, which the database refuses.
  if (isList && kind !== 'choice' && place.hops > 0) return null
  return at({ kind, isList, options: optionsOf(field), form: formOf(field) }, place)
}

/**
 * The field at a path such as `totals.total` or `customer.name`, looked up in the schema; null for
 * what cannot be filtered by: no such field, a hidden or computed one, a group, a list of records,
 * a list of texts or numbers of a related record.
 */
export const fieldAt = (
  path: string,
  fields: FlattenedField[],
  payload: Payload,
): FieldAtPath | null =>
  walk(path.replaceAll('__', '.').split('.'), fields, { hops: 0, isInList: false, payload })
