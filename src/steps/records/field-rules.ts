import type { Field, PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

type Values = Record<string, unknown>
type Rule = {
  /** Where the field stands in a document: groups first. */
  path: string[]
  field: Values
  read: ((args: Values) => unknown)[]
  validate?: (value: unknown, options: Values) => unknown
}

const rulesOf = new Map<string, Rule[]>()

const isVirtual = (field: Field) => 'virtual' in field && Boolean(field.virtual)

const rulesIn = (fields: Field[], path: string[] = []): Rule[] =>
  fields.flatMap((field): Rule[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        rulesIn(tab.fields, 'name' in tab && tab.name ? [...path, tab.name] : path),
      )
    }
    if (field.type === 'ui' || field.type === 'join' || field.type === 'array') return []
    if (isVirtual(field)) return []
    const at = 'name' in field && field.name ? [...path, field.name] : path
    if ('fields' in field) return rulesIn(field.fields, at)
    const { hooks, validate } = field as { hooks?: { beforeValidate?: Rule['read'] } } & Values
    const read = hooks?.beforeValidate ?? []
    if (!validate && read.length === 0) return []
    return [
      {
        path: at,
        field: { ...(field as object) },
        read,
        ...(validate ? { validate } : {}),
      } as Rule,
    ]
  })

/** Notes which fields of a collection have readers or validators of their own, as defined. */
export const registerFieldRules = (slug: string, fields: Field[]): void => {
  rulesOf.set(slug, rulesIn(fields))
}

/**
 * What saving a document would ask of its own fields, for one that is written fast: their readers
 * change it in place, their validators refuse it. Fields that are not stated are left alone.
 * @throws {DomainError} invalid-input
 */
export const applyFieldRules = async (
  req: PayloadRequest,
  slug: string,
  document: Values,
): Promise<void> => {
  for (const { path, field, read, validate } of rulesOf.get(slug) ?? []) {
    const name = path.at(-1) ?? ''
    const parents = path.slice(0, -1)
    const holder = parents.reduce<Values | undefined>(
      (values, key) => (values?.[key] ?? undefined) as Values | undefined,
      document,
    )
    if (holder?.[name] === undefined) continue
    const given = { data: document, siblingData: holder, operation: 'create', path, req }
    for (const hook of read) {
      const value = hook({ ...given, value: holder[name] })
      holder[name] = value instanceof Promise ? await value : value
    }
    const judged = validate ? validate(holder[name], { ...field, ...given }) : true
    const verdict: unknown = judged instanceof Promise ? await judged : judged
    if (verdict === true) continue
    throw new DomainError('invalid-input', String(verdict), { field: path.join('.') })
  }
}
