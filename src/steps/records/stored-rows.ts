import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { v7 } from 'uuid'
import type { NewRows } from '../../database/records/insert-rows.ts'

type Values = Record<string, unknown>
type Stored = Values & { id: string }

/**
 * Ids in the order of their making (UUID version 7, RFC 9562): what is written together lies together
 * in the indexes, and a month of bookings stays a few pages of them however large they grow.
 */
export const newId = (): string => v7()

export const fieldsOf = (req: PayloadRequest, collection: CollectionSlug): FlattenedField[] =>
  req.payload.collections[collection]?.config.flattenedFields ?? []

const isRelations = (field: FlattenedField) =>
  field.type === 'relationship' && field.hasMany === true && typeof field.relationTo === 'string'

const isChoices = (field: FlattenedField) => field.type === 'select' && field.hasMany === true

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Whether the values of a field lie in a table of their own. */
const hasOwnTable = (field: FlattenedField) =>
  field.type === 'array' || isRelations(field) || isChoices(field)

const isVirtual = (field: FlattenedField) => 'virtual' in field && Boolean(field.virtual)

const defaultOf = (field: FlattenedField): unknown => {
  const given = 'defaultValue' in field ? (field.defaultValue as unknown) : undefined
  return typeof given === 'function' ? undefined : given
}

/** What a document has beside its fields, such as the times of its making and of its change. */
const besides = (fields: FlattenedField[], document: Values): Values => {
  const names = new Set(fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(document).filter(([name]) => !names.has(name)))
}

/** The columns of a document: members of groups stand beside the rest, virtual fields nowhere. */
export const rowOf = (fields: FlattenedField[], document: Values, prefix = ''): Values => {
  const row: Values = {}
  for (const field of fields) {
    const value = document[field.name]
    if (value === undefined || isVirtual(field) || hasOwnTable(field)) continue
    if (field.type === 'group' || field.type === 'tab') {
      Object.assign(row, rowOf(field.flattenedFields, value as Values, `${prefix}${field.name}_`))
    } else row[prefix + field.name] = value
  }
  return prefix === '' ? { ...besides(fields, document), ...row } : row
}

/** A new document with the defaults of its fields where nothing is stated. */
export const withDefaults = (fields: FlattenedField[], document: Values): Values => {
  const whole = { ...document }
  for (const field of fields) {
    if (isVirtual(field)) continue
    if (field.type === 'group' || field.type === 'tab') {
      whole[field.name] = withDefaults(field.flattenedFields, (whole[field.name] ?? {}) as Values)
    } else if (whole[field.name] === undefined) {
      const value = defaultOf(field)
      if (value !== undefined) whole[field.name] = value
    }
  }
  return whole
}

const relationRows = (field: FlattenedField, { id, ...document }: Stored): Values[] => {
  const { relationTo } = field as { relationTo: string }
  const ids = ((document as Values)[field.name] ?? []) as string[]
  return ids.map((to, at) => ({
    parent: id,
    path: field.name,
    order: at + 1,
    [`${relationTo}ID`]: to,
  }))
}

const choiceRows = (field: FlattenedField, document: Stored): Values[] =>
  ((document[field.name] ?? []) as string[]).map((value, at) => ({
    parent: document.id,
    order: at + 1,
    value,
  }))

const arrayRows = (field: FlattenedField, document: Stored): Values[] => {
  const { flattenedFields } = field as { flattenedFields: FlattenedField[] }
  return ((document[field.name] ?? []) as Values[]).map((item, at) => {
    const { id: _copied, ...values } = item
    const row = rowOf(flattenedFields, withDefaults(flattenedFields, values))
    return { ...row, id: newId(), _order: at + 1, _parentID: document.id }
  })
}

/** What documents of one collection leave in tables beside its own. */
const rowsBeside = (fields: FlattenedField[], slug: string, documents: Stored[]): NewRows[] =>
  fields.filter(hasOwnTable).map((field) => {
    if (isRelations(field)) {
      const rows = documents.flatMap((document) => relationRows(field, document))
      return { collection: `${slug}_rels`, rows }
    }
    const rowsIn = field.type === 'array' ? arrayRows : choiceRows
    const rows = documents.flatMap((document) => rowsIn(field, document))
    return { collection: `${slug}_${snakeCase(field.name)}`, rows }
  })

/** Every row that new documents of one collection are stored as, its own table's first. */
export const storedRows = (
  req: PayloadRequest,
  collection: CollectionSlug,
  documents: Stored[],
): NewRows[] => {
  const fields = fieldsOf(req, collection)
  const whole = documents.map((document) => withDefaults(fields, document) as Stored)
  const own = { collection, rows: whole.map((document) => rowOf(fields, document)) }
  return [own, ...rowsBeside(fields, collection, whole)]
}
