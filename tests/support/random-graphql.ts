import { type FlattenedField, formatNames, type Payload } from 'payload'
import { fieldAt } from '../../src/access/queries/field-at.ts'
import { operatorsOf } from '../../src/domain/records/filter-rules.ts'
import { people, type Person } from './people.ts'

type Random = () => number

const operators = [
  ...['equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'contains', 'like'],
  ...['greater_than', 'less_than_equal', 'near', 'within'],
]

/** Values as GraphQL writes them, right and wrong for each type. */
const values = [
  ...['null', 'true', 'false', '0', '-1', '1.5', '1e300', '""', '"a"', '"%"', '"\\\\"', '"😀"'],
  ...['"2027-03-14T09:30:00Z"', '"0000-01-01T00:00:00Z"', '"f47ac10b-58cc-4372-a567-0e02b2c3d479"'],
  ...['[]', '["a"]', '[null]', '[1, 2]', '["f47ac10b-58cc-4372-a567-0e02b2c3d479"]', '{}'],
  ...['{ a: 1 }', 'confirmed', 'active', '"a@b.example"', '["a@b.example"]'],
]
const limits = ['0', '-1', '1', '5', '100', '101', '1.5', 'null', '"x"', '99999999999']

/** Paths as the filters of GraphQL name them. */
const pathsOf = (fields: FlattenedField[]): string[] =>
  fields.flatMap((field): string[] =>
    'flattenedFields' in field
      ? pathsOf(field.flattenedFields).map((path) => `${field.name}__${path}`)
      : [field.name],
  )

type Target = { many: string; one: string; paths: string[]; fields: FlattenedField[] }

/** Values that fit, so that half of the questions reach the database. */
const fitting = {
  checkbox: ['true', 'false'],
  choice: [],
  date: ['"2027-03-14T09:30:00Z"', '"9999-12-31T23:59:59Z"', 'null'],
  id: ['"f47ac10b-58cc-4372-a567-0e02b2c3d479"', 'null'],
  json: [],
  number: ['0', '-1', '1.5', '999999999999999'],
  text: ['"a"', '"%"', '"\\\\"', '"😀"', '""', '"a@b.example"'],
} as const

const targetsOf = (payload: Payload): Target[] =>
  payload.config.collections
    .filter(({ graphQL }) => graphQL !== false)
    .map(({ slug, flattenedFields }) => {
      const { singular, plural } = formatNames(slug)
      const many = plural === singular ? `all${singular}` : plural
      return {
        many,
        one: singular,
        paths: [...pathsOf(flattenedFields), 'id', 'nothing'],
        fields: flattenedFields,
      }
    })

/** GraphQL questions about every open collection, endless and the same for one seed. */
export const randomGraphql = (
  payload: Payload,
  random: Random,
): (() => { as: Person; query: string }) => {
  const targets = targetsOf(payload)
  const pick = <One>(from: readonly One[]): One => from[Math.floor(random() * from.length)] as One
  const chance = (share: number) => random() < share

  const rightComparison = ({ fields, paths }: Target): string => {
    const path = pick(paths)
    const field = fieldAt(path, fields, payload)
    if (!field) return `id: { not_equals: null }`
    const operator = pick(operatorsOf(field))
    if (operator === 'exists') return `${path}: { exists: ${pick(['true', 'false'])} }`
    const options = (field.options ?? []).map((option) => option.replaceAll(/[^\w]/g, '_'))
    const value = pick([...options, ...fitting[field.kind], ...fitting[field.kind], 'null'])
    return `${path}: { ${operator}: ${operator.endsWith('in') ? `[${value}]` : value} }`
  }
  const comparison = (target: Target) => {
    if (chance(0.7)) return rightComparison(target)
    const { paths } = target
    return `${pick(paths)}: ${chance(0.05) ? pick(values) : `{ ${pick(operators)}: ${pick(values)} }`}`
  }
  const where = (target: Target) => {
    if (!chance(0.3)) return `where: { ${comparison(target)} }`
    return `where: { ${pick(['AND', 'OR'])}: [{ ${comparison(target)} }, { ${comparison(target)} }] }`
  }
  const more = (target: Target) =>
    pick([
      () => where(target),
      () => `limit: ${pick(limits)}`,
      () => `page: ${pick(limits)}`,
      () => `sort: "${chance(0.5) ? '-' : ''}${pick(target.paths)}"`,
      () => `${pick(['pagination', 'trash', 'draft'])}: ${pick(['true', 'false', 'null', '1'])}`,
    ])()
  const call = (target: Target): string => {
    if (chance(0.1)) return `${target.one}(id: ${pick(values)}) { id }`
    if (chance(0.1)) return `count${target.many}(${where(target)}) { totalDocs }`
    const given = [where(target)]
    while (chance(0.3)) given.push(more(target))
    return `${target.many}(${[...new Set(given)].join(', ')}) { totalDocs docs { id } }`
  }
  return () => ({
    as: chance(0.8) ? 'admin' : pick(people),
    query: `{ ${call(pick(targets))} }`,
  })
}
