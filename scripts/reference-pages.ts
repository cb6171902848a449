import type { CollectionConfig, Config, Endpoint, Field } from 'payload'
import { defaultRoles, permissions } from '../src/domain/people/permissions.ts'
import { refusals } from '../src/domain/refusals.ts'
import { page, table } from './markdown.ts'

/** Every code that a rule refuses with. */
export const refusalsPage = (): string =>
  page(
    'Refusals',
    'Every refusal is `{ "errors": [{ "code", "message", "field"?, "details"? }] }`.',
    table(
      ['code', 'status', 'what happened', 'what to do'],
      Object.entries(refusals).map(([code, { status, title, hint }]) => [
        `\`${code}\``,
        String(status),
        title,
        hint,
      ]),
    ),
  )

/** Every permission, and which role has it when the product is new. */
export const permissionsPage = (): string => {
  const roles = defaultRoles.filter(({ kind }) => kind !== 'customer')
  return page(
    'Permissions',
    'Roles are edited in the panel; these are the shipped ones. No role has what is not ticked.',
    table(
      ['permission', ...roles.map(({ name }) => name)],
      permissions.map((permission) => [
        `\`${permission}\``,
        ...roles.map((role) => (role.permissions.includes(permission) ? '✓' : '')),
      ]),
    ),
  )
}

const scopesOf = ({ custom }: Pick<Endpoint, 'custom'>): string => {
  const scopes = (custom as { scopes?: readonly string[] | string } | undefined)?.scopes
  if (!scopes) return ''
  return typeof scopes === 'string' ? scopes : scopes.map((scope) => `\`${scope}\``).join(', ')
}

const endpointRows = (endpoints: Omit<Endpoint, 'root'>[], root: string): string[][] =>
  endpoints.map(({ method, path, custom }) => [
    `\`${method.toUpperCase()} ${root}${path}\``,
    scopesOf({ custom: custom as never }),
  ])

/** Every endpoint of the product beside the generic ones of each collection. */
export const apiPage = ({ collections = [], endpoints = [] }: Config): string =>
  page(
    'API',
    'Beside these, every collection has the generic REST endpoints and GraphQL, within the caller’s rights. ' +
      'The last column is what an API key needs: scopes, or `anyone`; `people` are signed-in people only.',
    table(['endpoint', 'API key'], endpointRows(endpoints, '/api')),
    table(
      ['command', 'API key'],
      collections.flatMap(({ slug, endpoints: own }) => endpointRows(own || [], `/api/${slug}`)),
    ),
  )

const typeOf = (field: Field): string => {
  const many = 'hasMany' in field && field.hasMany ? '[]' : ''
  if (field.type === 'relationship' || field.type === 'upload') {
    return `→ ${[field.relationTo].flat().join(', ')}${many}`
  }
  return `${field.type}${many}`
}

const fieldRows = (fields: Field[], path = ''): string[][] =>
  fields.flatMap((field): string[][] => {
    if (field.type === 'ui') return []
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        fieldRows(tab.fields, 'name' in tab && tab.name ? `${path}${tab.name}.` : path),
      )
    }
    const isNamed = 'name' in field && Boolean(field.name)
    const name = isNamed ? `${path}${(field as { name: string }).name}` : path
    if ('fields' in field && field.type !== 'array') {
      return fieldRows(field.fields, isNamed ? `${name}.` : path)
    }
    const notes = [
      'required' in field && field.required && 'required',
      'unique' in field && field.unique && 'unique',
      'virtual' in field && field.virtual && 'not stored',
    ].filter(Boolean)
    const own = [`\`${name}\``, typeOf(field), notes.join(', ')]
    return 'fields' in field ? [own, ...fieldRows(field.fields, `${name}[].`)] : [own]
  })

/** Every collection and settings page with its fields. */
export const collectionsPage = ({ collections = [], globals = [] }: Config): string =>
  page(
    'Collections and settings',
    ...[...collections, ...globals].map(
      (entity) =>
        `## ${entity.slug}\n\n${table(['field', 'type', ''], fieldRows((entity as CollectionConfig).fields))}`,
    ),
  )
