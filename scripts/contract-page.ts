import type { Config, Endpoint } from 'payload'
import { z } from 'zod'
import type { EndpointFacts } from '../src/access/key-scopes.ts'
import { bookingSummarySchema, bookingViewSchema } from '../src/contracts/bookings/my-bookings.ts'
import { visitSchema } from '../src/contracts/bookings/my-visits.ts'
import { serviceSchema } from '../src/contracts/catalogue/services.ts'
import { meSchema } from '../src/contracts/people/me.ts'
import { causeSchema } from '../src/contracts/scheduling/causes.ts'
import { pointSchema } from '../src/contracts/scheduling/finder.ts'
import { heldSchema } from '../src/contracts/scheduling/holds.ts'
import { slotsAnswerSchema } from '../src/contracts/scheduling/slots.ts'
import { page } from './markdown.ts'

/** What stands in several answers, described once under its name. */
const named = {
  Service: serviceSchema,
  Slots: slotsAnswerSchema,
  Hold: heldSchema,
  BookingSummary: bookingSummarySchema,
  Booking: bookingViewSchema,
  Visit: visitSchema,
  Me: meSchema,
  Cause: causeSchema,
  Point: pointSchema,
} satisfies Record<string, z.ZodType>

const names = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(named)) names.add(schema, { id })

type Shape = {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  items?: Shape
  prefixItems?: Shape[]
  anyOf?: Shape[]
  $ref?: string
  $defs?: Record<string, Shape>
}

const formats: Record<string, string> = { 'date-time': 'Instant', uuid: 'Id' }
const widest = 92

const isMoney = ({ properties = {} }: Shape): boolean =>
  Object.keys(properties).sort().join() === 'amount,currency'

const isSingle = (words: string): boolean => !/[ |]/.test(words) || /^[{[]/.test(words)

const inLine = (parts: string[], depth: number, [open, close]: [string, string]): string => {
  const short = `${open}${parts.join(', ')}${close}`
  if (short.length + depth * 2 <= widest && !short.includes('\n')) return short
  const indent = '  '.repeat(depth + 1)
  return `${open.trim()}\n${parts.map((part) => `${indent}${part}`).join('\n')}\n${'  '.repeat(depth)}${close.trim()}`
}

const objectIn = (shape: Shape, depth: number): string => {
  if (isMoney(shape)) return 'Money'
  const { properties = {}, required = [], additionalProperties } = shape
  const fields = Object.entries(properties).map(([name, field]) => {
    const isRequired = required.includes(name) && field.default === undefined
    return `${name}${isRequired ? '' : '?'}: ${wordsFor(field, depth + 1)}`
  })
  const isOpen = fields.length === 0 && typeof additionalProperties === 'object'
  if (isOpen) return `{ [key]: ${wordsFor(additionalProperties, depth + 1)} }`
  return fields.length === 0 ? '{}' : inLine(fields, depth, ['{ ', ' }'])
}

const listIn = ({ items, prefixItems }: Shape, depth: number): string => {
  if (prefixItems) {
    return inLine(
      prefixItems.map((one) => wordsFor(one, depth + 1)),
      depth,
      ['[', ']'],
    )
  }
  const each = items ? wordsFor(items, depth) : 'unknown'
  return isSingle(each) ? `${each}[]` : `(${each})[]`
}

/** Choices on as many lines as they need. */
const unionOf = (values: unknown[], depth: number): string => {
  const indent = `\n${'  '.repeat(depth + 1)}`
  const lines = ['']
  for (const word of values.map((one) => `'${one}'`)) {
    const last = lines.at(-1) ?? ''
    const longer = last === '' ? word : `${last} | ${word}`
    if (indent.length + longer.length > widest) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `${indent}| ${line}`).join('')
}

/** A shape as TypeScript would write it, with names for what is always the same. */
const wordsFor = (shape: Shape, depth = 0): string => {
  const { anyOf, enum: values, const: value, type, format, $ref } = shape
  if ($ref) return $ref.replace('#/$defs/', '')
  if (anyOf) return [...new Set(anyOf.map((one) => wordsFor(one, depth)))].join(' | ')
  if (value !== undefined) return `'${value}'`
  if (values) return unionOf(values, depth)
  if (Array.isArray(type)) {
    return type.map((one) => wordsFor({ ...shape, type: one }, depth)).join(' | ')
  }
  switch (type) {
    case 'array':
      return listIn(shape, depth)
    case 'object':
      return objectIn(shape, depth)
    case 'integer':
      return 'number'
    case 'string':
      return formats[format ?? ''] ?? 'string'
    default:
      return type ?? 'unknown'
  }
}

const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): Shape =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: names }) as Shape

/** The fields of a named shape, which `toJSONSchema` keeps apart as it does every other. */
const fieldsOf = (name: string, schema: z.ZodType): string => {
  const { $defs = {}, ...shape } = shapeOf(schema, 'output')
  const own = shape.$ref ? ($defs[name] ?? shape) : shape
  return `**${name}**\n\n\`\`\`ts\n${trimmed(wordsFor(own))}\n\`\`\``
}

const trimmed = (text: string): string => text.replaceAll(/ +$/gm, '')

const partOf = (facts: EndpointFacts, part: 'answer' | 'body' | 'query'): string[] => {
  const schema = facts[part]
  if (!schema) return []
  const name = Object.entries(named).find(([, known]) => known === schema)?.[0]
  return [`${part}: ${name ?? wordsFor(shapeOf(schema, part === 'answer' ? 'output' : 'input'))}`]
}

type Described = { title: string; text: string }

const describedOf = (endpoints: Omit<Endpoint, 'root'>[], root: string): Described[] =>
  endpoints.flatMap(({ method, path, custom }) => {
    const facts = custom as EndpointFacts
    const text = (['query', 'body', 'answer'] as const).flatMap((part) => partOf(facts, part))
    const title = `\`${method.toUpperCase()} ${root}${path}\``
    return text.length === 0 ? [] : [{ title, text: trimmed(text.join('\n')) }]
  })

/** Endpoints that take and give the same stand together. */
const grouped = (described: Described[]): string[] => {
  const groups = Map.groupBy(described, ({ text }) => text)
  return [...groups].map(
    ([text, of]) => `${of.map(({ title }) => title).join(', ')}\n\n\`\`\`ts\n${text}\n\`\`\``,
  )
}

/** What every endpoint takes and gives, by the schemas that check it. */
export const contractPage = ({ collections = [], endpoints = [] }: Config): string =>
  page(
    'Queries, bodies and answers',
    'From the schemas in `src/contracts`, which also check lengths and ranges. `Instant` is an ISO 8601 date ' +
      'and time with its offset, `Money` is `{ amount, currency }` in minor units. Commands on bookings and ' +
      'appointments answer the record, as `{ booking }` or `{ appointment }`, with the fields of ' +
      '[its collection](collections.md).',
    '## Shapes',
    ...Object.entries(named).map(([name, schema]) => fieldsOf(name, schema)),
    '## Application API',
    ...grouped(describedOf(endpoints, '/api')),
    '## Commands',
    ...grouped(
      collections.flatMap(({ slug, endpoints: own }) => describedOf(own || [], `/api/${slug}`)),
    ),
  )
