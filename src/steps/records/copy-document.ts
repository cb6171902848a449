import type { FlattenedField } from 'payload'
import { idOf } from '../../domain/id-of.ts'

type Values = Record<string, unknown>

/** What the database gives every document anew. */
const always: readonly string[] = ['id', 'createdAt', 'updatedAt', 'deletedAt']

const copyOf = (field: FlattenedField, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (field.type === 'group' || field.type === 'tab') {
    return copyFields(field.flattenedFields, value as Values)
  }
  if (field.type === 'array') {
    return (value as Values[]).map((item) => copyFields(field.flattenedFields, item))
  }
  if (
    (field.type === 'relationship' || field.type === 'upload') &&
    !Array.isArray(field.relationTo)
  ) {
    return Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : idOf(value)
  }
  return value
}

const copyFields = (fields: FlattenedField[], document: Values, except: readonly string[] = []) =>
  Object.fromEntries(
    fields
      .filter((field) => !('virtual' in field && field.virtual) && field.type !== 'join')
      .filter(({ name }) => !always.includes(name) && !except.includes(name))
      .map((field) => [field.name, copyOf(field, document[field.name])]),
  )

/**
 * The stored fields of a document, relations as ids, all but `except`: a field that a collection
 * gets tomorrow is copied too.
 */
export const copyDocument = <Document extends object, Left extends string & keyof Document>(
  fields: FlattenedField[],
  document: Document,
  { except }: { except: readonly Left[] },
): Omit<Document, Left> =>
  copyFields(fields, document as Values, except) as unknown as Omit<Document, Left>
