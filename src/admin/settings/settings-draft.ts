import { phoneInWords } from '../../domain/people/phone.ts'
import { fraction, fractionOf, multiply, roundHalfUp } from '../../domain/money/round-half-up.ts'
import { currencyDigits } from '../../domain/words/money-words.ts'
import type { SettingField, SettingsSpec } from './settings-spec.ts'

type Doc = Record<string, unknown>

/** A fee as it is typed. */
export type FeeDraft = {
  row: string
  name: string
  kind: 'fixed' | 'percent'
  value: string
  isDefault: boolean
}

/** What is typed, by the path of each setting. */
export type SettingsDraft = Record<string, boolean | string | FeeDraft[]>

const valueAt = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((at, part) => (at as Doc | null | undefined)?.[part], doc)

const typedAmount = (value: unknown, digits: number): string =>
  typeof value === 'number' ? (value / 10 ** digits).toFixed(digits) : ''

/** Minor units of what is typed; null for nothing, the text itself where it is no amount. */
const amountOf = (typed: string, digits: number): number | string | null => {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  const amount = Number(text)
  return Number.isFinite(amount)
    ? roundHalfUp(multiply(fractionOf(amount), fraction(10 ** digits)))
    : typed
}

const numberOf = (typed: string): number | string | null => {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  const number = Number(text)
  return Number.isFinite(number) ? number : typed
}

const feesIn = (value: unknown, digits: number): FeeDraft[] =>
  ((value ?? []) as Doc[]).map((fee) => {
    const kind = fee['kind'] === 'percent' ? 'percent' : 'fixed'
    return {
      row: String(fee['id']),
      name: String(fee['name'] ?? ''),
      kind,
      value: kind === 'percent' ? String(fee['percent'] ?? '') : typedAmount(fee['amount'], digits),
      isDefault: fee['isDefault'] === true,
    }
  })

const feeOf = ({ row, name, kind, value, isDefault }: FeeDraft, digits: number) => ({
  ...(row.startsWith('new') ? {} : { id: row }),
  ...{ name, kind, isDefault },
  amount: kind === 'fixed' ? amountOf(value, digits) : null,
  percent: kind === 'percent' ? numberOf(value) : null,
})

/** Whose money and phone numbers are written. */
type Local = { currency: string; country: string | null }

const typedOf = (field: SettingField, value: unknown, local: Local): SettingsDraft[string] => {
  const digits = currencyDigits(local.currency)
  if (field.kind === 'switch') return value === true
  if (field.kind === 'fees') return feesIn(value, digits)
  if (field.kind === 'lines') return ((value ?? []) as string[]).join('\n')
  if (field.kind === 'amount') return typedAmount(value, digits)
  if (value === null || value === undefined) return ''
  const isPhone = field.kind === 'text' && field.type === 'tel'
  return isPhone ? phoneInWords(String(value), local.country) : String(value)
}

const storedOf = (
  field: SettingField,
  typed: SettingsDraft[string] | undefined,
  digits: number,
): unknown => {
  if (field.kind === 'switch') return typed === true
  if (field.kind === 'fees') return (typed as FeeDraft[]).map((fee) => feeOf(fee, digits))
  const text = String(typed ?? '')
  if (field.kind === 'lines') return text.split('\n').flatMap((line) => line.trim() || [])
  if (field.kind === 'amount') return amountOf(text, digits)
  if (field.kind === 'number') return numberOf(text)
  return text.trim() === '' ? null : text
}

const fieldsOf = ({ cards }: SettingsSpec) => cards.flatMap(({ fields }) => fields)

/** The settings as their form holds them. */
export const draftOf = (spec: SettingsSpec, doc: Doc, local: Local): SettingsDraft =>
  Object.fromEntries(
    fieldsOf(spec).map((field) => [field.path, typedOf(field, valueAt(doc, field.path), local)]),
  )

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What is sent: the settings that differ, so that two people who change different ones at the same
 * time both have their way. A group goes as a whole.
 */
export const changedSettings = (
  spec: SettingsSpec,
  { draft, before, currency }: { draft: SettingsDraft; before: SettingsDraft; currency: string },
): Doc => {
  const fields = fieldsOf(spec)
  const roots = new Set(
    fields
      .filter(({ path }) => !isSame(draft[path], before[path]))
      .map(({ path }) => path.split('.')[0]),
  )
  const body: Doc = {}
  for (const field of fields) {
    const [root = '', leaf] = field.path.split('.')
    if (!roots.has(root)) continue
    const stored = storedOf(field, draft[field.path], currencyDigits(currency))
    body[root] = leaf ? { ...(body[root] as Doc | undefined), [leaf]: stored } : stored
  }
  return body
}
