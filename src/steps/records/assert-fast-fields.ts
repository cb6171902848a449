import type { CollectionConfig, Field } from 'payload'
import { registerFieldRules } from './field-rules.ts'

/** Why the fast writer would not store a field as a save does; null where it would. */
const obstacleOf = (field: Field, isNested: boolean): string | null => {
  if ('localized' in field && field.localized) return 'is localized'
  if (field.type === 'blocks' || field.type === 'point') return `is of the type ${field.type}`
  if (field.type === 'array' && isNested) return 'is an array within a group or an array'
  if ((field.type === 'text' || field.type === 'number') && field.hasMany) return 'is a list'
  if (field.type === 'upload' && field.hasMany) return 'is a list of uploads'
  if (field.type === 'select' && field.hasMany && isNested) return 'is a list within a group'
  if (field.type === 'relationship') {
    if (Array.isArray(field.relationTo)) return 'refers to several collections'
    if (field.hasMany && isNested) return 'is a list of relations within a group'
  }
  if ('defaultValue' in field && typeof field.defaultValue === 'function') {
    return 'has a default that is a function'
  }
  const hooks = ('hooks' in field ? (field.hooks ?? {}) : {}) as Record<string, unknown[]>
  const isHooked = ['beforeChange', 'afterChange'].some((phase) => (hooks[phase] ?? []).length > 0)
  return isHooked ? 'has hooks of its own' : null
}

const isVirtual = (field: Field) => 'virtual' in field && Boolean(field.virtual)

/** Every field that is stored and cannot be written fast, with the reason. */
const obstaclesIn = (fields: Field[], path = '', isNested = false): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'ui' || field.type === 'join' || isVirtual(field)) return []
    const name = 'name' in field && field.name ? `${path}${field.name}` : path
    const obstacle = obstacleOf(field, isNested)
    const own = obstacle ? [`${name} ${obstacle}`] : []
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) => {
        const isNamed = 'name' in tab && Boolean(tab.name)
        return obstaclesIn(tab.fields, isNamed ? `${path}${tab.name}.` : path, isNested || isNamed)
      })
    }
    if (!('fields' in field)) return own
    const isGroup = 'name' in field && Boolean(field.name)
    return [...own, ...obstaclesIn(field.fields, isGroup ? `${name}.` : path, isNested || isGroup)]
  })

/**
 * Bookings, their lines, visits and offers are also written in a few statements that skip the
 * framework's own saving: `insertDocuments`, `changeDocuments`. A field that these would lose or
 * leave unchecked must not be added to them unnoticed.
 * @throws {Error} at load, naming each such field and the reason
 */
export const assertFastFields = (collections: CollectionConfig[]): void => {
  for (const { slug, fields } of collections) registerFieldRules(slug, fields)
  const obstacles = collections.flatMap(({ slug, fields }) =>
    obstaclesIn(fields).map((obstacle) => `${slug}: ${obstacle}`),
  )
  if (obstacles.length === 0) return
  throw new Error(
    `These fields cannot be written fast:\n${obstacles.join('\n')}\n` +
      'Teach src/steps/records/stored-rows.ts to write them, or ask their rule in src/steps.',
  )
}
