import type { FlattenedField, PayloadRequest } from 'payload'
import type { AuditEvent } from '../../../payload-types.ts'
import { amountText } from '../../ui/amount.ts'
import { sentence } from '../../ui/source-words.ts'
import { momentIn } from '../../ui/zoned-time.ts'
import { changesOf, fieldOf, relationOf } from './history-names.ts'
import type { ChangeView } from './history-view.ts'

export type HistoryReader = {
  req: PayloadRequest
  names: ReadonlyMap<string, string>
  zone: string
  currency: string
  showPrices: boolean
}

/** Bookkeeping of the rules, which says nothing to anybody. */
const hidden = new Set(
  (
    'version updatedAt createdAt busyStart busyEnd hash lineage replaces replacedBy line booking ' +
    'appointment previous createdByKind createdById createdByName totals.currency timezone ' +
    'seriesIndex customerSnapshot.timezone breakdown plan'
  ).split(' '),
)

export const isAmount = (field: FlattenedField | undefined): boolean =>
  JSON.stringify(field?.admin?.components ?? {}).includes('amount-input')

const nothing = (value: unknown) => value === null || value === undefined || value === ''

/** A value of a field as people read it. */
export const wordOf = (
  { names, zone, currency }: HistoryReader,
  field: FlattenedField | undefined,
  value: unknown,
): string => {
  if (nothing(value)) return '—'
  if (Array.isArray(value)) {
    const words = value.map((one) => (typeof one === 'object' ? '…' : String(one)))
    return relationOf(field)
      ? value.map((id) => names.get(String(id)) ?? 'not on file').join(', ')
      : words.join(', ')
  }
  if (relationOf(field)) return names.get(String(value)) ?? 'not on file'
  if (isAmount(field)) return amountText(Number(value), currency)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (field?.type === 'date') return momentIn(String(value), zone)
  if (field?.type === 'select') return sentence(String(value))
  return typeof value === 'object' ? '…' : String(value)
}

export const labelOf = (field: FlattenedField | undefined, path: string): string => {
  const { label } = (field ?? {}) as { label?: unknown }
  return typeof label === 'string' && !path.includes('.')
    ? label
    : sentence(path.replaceAll('.', ' '))
}

/** What an entry changed, with names, money and times as people read them. */
export const changesIn = (reader: HistoryReader, event: AuditEvent): ChangeView[] =>
  changesOf(event).flatMap(([path, before, after]) => {
    const field = fieldOf(reader.req, event.subjectType, path)
    if (hidden.has(path) || (isAmount(field) && !reader.showPrices)) return []
    const [from, to] = [wordOf(reader, field, before), wordOf(reader, field, after)]
    return from === to && from !== '…' ? [] : [{ field: labelOf(field, path), from, to }]
  })
