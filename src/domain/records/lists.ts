import { DomainError } from '../domain-error.ts'

type Field = { name: string; type: string; flattenedFields?: Field[] }
type Data = Record<string, unknown>

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same document with an empty list where one is null, which the database cannot store.
 * @throws {DomainError} invalid-input 422 for anything else that is not a list
 */
export const readLists = (data: Data, fields: Field[], parent = ''): Data => {
  const read = { ...data }
  for (const { name, type, flattenedFields = [] } of fields) {
    const value = read[name]
    const path = `${parent}${name}`
    if (value === undefined) continue
    if (type !== 'array') {
      if (isData(value)) read[name] = readLists(value, flattenedFields, `${path}.`)
      continue
    }
    if (value !== null && !Array.isArray(value)) {
      throw new DomainError('invalid-input', 'Give this as a list.', { status: 422, field: path })
    }
    const rows: unknown[] = value ?? []
    read[name] = rows.map((row, at) =>
      isData(row) ? readLists(row, flattenedFields, `${path}.${at}.`) : row,
    )
  }
  return read
}
