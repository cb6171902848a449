import type { FlattenedField, Payload } from 'payload'
import { fieldAt } from '../../src/access/queries/field-at.ts'
import { operatorsOf } from '../../src/domain/records/filter-rules.ts'
import { people, type Person } from './people.ts'

export type RandomQuery = { as: Person; method: 'GET' | 'POST'; path: string; form?: string }

type Random = () => number
type Parameter = [name: string, value: string]

const operators = [
  ...['equals', 'not_equals', 'in', 'not_in', 'all', 'exists', 'contains', 'like', 'not_like'],
  ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
  ...['near', 'within', 'intersects', 'toString', 'nothing', ''],
]

/** One of each kind of value that people and programs write into addresses. */
const values = [
  ...['', ' ', 'null', 'undefined', 'true', 'false', 'TRUE', 'NaN', 'Infinity', '0', '-1', '1.5'],
  ...['1e400', '9'.repeat(40), '-0', 'a', 'Ada', 'pending', 'confirmed', '%', '_', '\\', "'", '"'],
  ...["';--", '$1', '${x}', '😀', '\u0301', '\u202e', 'x'.repeat(1100), '2027-03-14', '2027-02-30'],
  ...['2027-03-14T09:30:00Z', '2027-03-14T09:30:00+11:00', '0000-00-00', '9999-12-31T23:59:59Z'],
  ...['+275760-09-13', '25:99', '00000000-0000-0000-0000-000000000000', 'a,b,c', '1,2', ',', '[]'],
  ...['f47ac10b-58cc-4372-a567-0e02b2c3d479', 'f47ac10b-58cc-4372-a567-0e02b2c3d479,x', '{}'],
  ...[
    '{"a":1}',
    '[1,2]',
    '151.2,-33.8,1000',
    '{"type":"Point","coordinates":[1,2]}',
    '(',
    '*',
    '.',
  ],
]

const words = ['1', 'x', '😀', 'null', '[]', '{}', 'true', '""', '{"number":null}', '{"a":{"b":1}}']
const jsonFilters = [
  ...['{"number":{"equals":null}}', '{"id":{"in":[]}}', '{"id":{"in":[null]}}', '{"and":1}'],
  ...['{"or":[1]}', '{"or":[null]}', '{"and":{"a":1}}', '{"name":{"like":5}}', '{"name":"x"}'],
  ...['{"name":{"contains":{"a":1}}}', '{"name":{"equals":["a"]}}', '{"id":{"equals":{"a":1}}}'],
  ...['{"createdAt":{"equals":5}}', '{"active":{"equals":"x"}}', '{"id":{"equals":true}}'],
]
const numbers = [
  '0',
  '1',
  '2',
  '5',
  '100',
  '500',
  '501',
  '-1',
  '1.5',
  'x',
  '',
  '1e3',
  '99999999999',
]
const switches = ['true', 'false', '1', 'x', '']
const languages = ['en', 'de', '*', 'all', 'null', '', 'internal', 'x'.repeat(50)]

/** Every path of the schema that one may think of asking for, one relation deep. */
const pathsOf = (fields: FlattenedField[], payload: Payload, hops = 1): string[] =>
  fields.flatMap((field): string[] => {
    const under = (inner: FlattenedField[], left: number) =>
      pathsOf(inner, payload, left).map((path) => `${field.name}.${path}`)
    const own = [field.name]
    if (field.type === 'join' || field.type === 'relationship' || field.type === 'upload') {
      const slug = field.type === 'join' ? field.collection : field.relationTo
      if (typeof slug !== 'string')
        return [...own, `${field.name}.value`, `${field.name}.relationTo`]
      const related = payload.collections[slug as 'users'].config.flattenedFields
      return [...own, `${field.name}.id`, ...(hops > 0 ? under(related, hops - 1) : [])]
    }
    if ('flattenedFields' in field) return [...own, ...under(field.flattenedFields, hops)]
    return field.type === 'json' ? [...own, `${field.name}.x`, `${field.name}.0.y`] : own
  })

const strange = ['_id', 'id', 'nothing', '', '.', 'a.b.c', 'and', 'or', 'hash', '__v', 'id.x', '😀']

type Target = {
  path: string
  fields: FlattenedField[]
  paths: string[]
  joins: string[]
  isList: boolean
}

/** Values that fit, so that half of the questions reach the database. */
const fitting = {
  checkbox: ['true', 'false'],
  choice: [],
  date: ['2027-03-14', '2027-03-14T09:30:00Z', '9999-12-31T23:59:59Z', '0001-01-01'],
  id: ['f47ac10b-58cc-4372-a567-0e02b2c3d479', '00000000-0000-0000-0000-000000000000'],
  json: [],
  number: ['0', '-1', '1.5', '999999999999999', '-0.000001'],
  text: ['a', 'ONE', '%', '_', '\\', "'", '😀', '$1', 'null', '', ' ', '(', 'a  b'],
} as const

const targetsOf = (payload: Payload): Target[] => {
  const lists = payload.config.collections.map(({ slug, flattenedFields }) => ({
    path: `/${slug}`,
    fields: flattenedFields,
    paths: [...pathsOf(flattenedFields, payload), ...strange],
    joins: flattenedFields.filter(({ type }) => type === 'join').map(({ name }) => name),
    isList: true,
  }))
  const globals = payload.config.globals.map(({ slug, flattenedFields }) => ({
    path: `/globals/${slug}`,
    fields: flattenedFields,
    paths: [...pathsOf(flattenedFields, payload), ...strange],
    joins: [],
    isList: false,
  }))
  return [...lists, ...lists, ...lists, ...globals]
}

/** Questions about every collection and global by everybody, endless and the same for one seed. */
export const randomQueries = (payload: Payload, random: Random): (() => RandomQuery) => {
  const targets = targetsOf(payload)
  const pick = <One>(from: readonly One[]): One => from[Math.floor(random() * from.length)] as One
  const chance = (share: number) => random() < share

  const rightFilter = ({ fields, paths }: Target, name: string): Parameter[] => {
    const path = pick(paths)
    const field = fieldAt(path, fields, payload)
    if (!field) return []
    const operator = pick(operatorsOf(field))
    const known = [...(field.options ?? []), ...fitting[field.kind]]
    const value = operator === 'exists' || known.length === 0 ? pick(switches) : pick(known)
    const several = operator.endsWith('in') && chance(0.5) ? `,${pick([value, value, 'x'])}` : ''
    return [[`${name}${chance(0.3) ? '[or][0]' : ''}[${path}][${operator}]`, value + several]]
  }
  const filter = (target: Target, name = 'where'): Parameter[] => {
    if (chance(0.6)) return rightFilter(target, name)
    const { paths } = target
    if (chance(0.08)) return [[name, pick([...words, ...jsonFilters])]]
    const joint = chance(0.3) ? `[${pick(['and', 'or', 'OR'])}][${pick([0, 0, 1, 'x'])}]` : ''
    const suffix = chance(0.05) ? pick(['[]', '[0]', '[x]']) : ''
    const operator = chance(0.03) ? '' : `[${pick(operators)}]`
    return [[`${name}${joint}[${pick(paths)}]${operator}${suffix}`, pick(values)]]
  }
  const order = ({ paths }: Target) =>
    `${chance(0.5) ? '-' : ''}${pick(paths)}${chance(0.2) ? `,${pick(paths)}` : ''}`
  const join = (target: Target): Parameter[] => {
    const name = `joins[${pick([...target.joins, 'nothing'])}]`
    const { joins: _own, ...inner } = pick(targets)
    return pick<() => Parameter[]>([
      () => [['joins', pick([...words, 'false'])]],
      () => [[name, pick(['false', ...words])]],
      () => [[`${name}[${pick(['limit', 'page', 'count', 'x'])}]`, pick(numbers)]],
      () => [[`${name}[sort]`, order({ ...inner, joins: [] })]],
      () => filter({ ...inner, joins: [] }, `${name}[where]`),
    ])()
  }
  const selection = ({ paths }: Target): Parameter[] => {
    const inside = `[${pick(paths).replaceAll('.', '][')}]`
    const name = chance(0.5)
      ? 'select'
      : `populate${chance(0.9) ? pick(targets).path.replace(/.*\/(.*)/, '[$1]') : ''}`
    return [[`${name}${chance(0.9) ? inside : ''}`, pick(['true', 'true', 'false', 'x', '1'])]]
  }
  const more = (target: Target): Parameter[] =>
    pick<() => Parameter[]>([
      () => filter(target),
      () => filter(target),
      () => [['sort', order(target)]],
      () => [['limit', pick(numbers)]],
      () => [['page', pick(numbers)]],
      () => [['depth', pick(numbers)]],
      () => [[pick(['pagination', 'trash', 'draft', 'autosave']), pick(switches)]],
      () => [[pick(['locale', 'fallback-locale', 'fallbackLocale']), pick(languages)]],
      () => [[pick(['data', 'field', 'x', 'showHiddenFields']), pick([...words, ...values])]],
      () => join(target),
      () => selection(target),
    ])()

  const address = (target: Target): string => {
    if (chance(0.8)) return target.path
    const part = pick(['count', 'me', 'init', 'access', 'versions', 'distinct', ...values.slice(1)])
    return `${target.path}/${encodeURIComponent(part)}`
  }
  return () => {
    const target = pick(targets)
    const first = target.isList && chance(0.6) ? filter(target) : []
    const parameters = [...first]
    while (chance(0.55)) parameters.push(...more(target))
    const query = new URLSearchParams(parameters).toString()
    const asked = { as: chance(0.4) ? ('admin' as const) : pick(people), path: address(target) }
    if (chance(0.1)) return { ...asked, method: 'POST', form: query }
    return { ...asked, method: 'GET', path: query ? `${asked.path}?${query}` : asked.path }
  }
}
