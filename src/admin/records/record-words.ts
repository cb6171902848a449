import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { messageWord, stateWord } from '../messages/message-words.ts'
import { type HistoryReader, isAmount, labelOf, wordOf } from '../bookings/page/history-changes.ts'
import { relationOf, titlesOf } from '../bookings/page/history-names.ts'
import { idOf } from '../ui/related.ts'
import { sentence, sourceWord } from '../ui/source-words.ts'

export type Doc = Record<string, unknown> & { id: string }

/** One value of a record: words, and the record that it names. */
type Entry = { label: string; words: string; to: { slug: string; id: string } | undefined }

/** Bookkeeping that says nothing to anybody. */
const hidden = new Set(
  'id version updatedAt hash prevHash key command busyStart busyEnd plan payload subjectId actorId'.split(
    ' ',
  ),
)

export const fieldsOf = (req: PayloadRequest, slug: string): FlattenedField[] =>
  req.payload.collections[slug as CollectionSlug].config.flattenedFields

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => idOf(one) ?? [])

/** What the records that some documents name are called. */
export const namesFor = (
  req: PayloadRequest,
  { slug, docs, zone }: { slug: string; docs: Doc[]; zone: string },
): Promise<Map<string, string>> => {
  const ids = new Map<string, Set<string>>()
  for (const field of fieldsOf(req, slug)) {
    const to = relationOf(field)
    if (!to) continue
    const known = ids.get(to) ?? new Set<string>()
    for (const doc of docs) for (const id of idsIn(doc[field.name])) known.add(id)
    ids.set(to, known)
  }
  return titlesOf(req, ids, zone)
}

/** Words for the keys that a few fields hold. */
const special: Record<string, (value: string) => string> = {
  event: messageWord,
  channel: (value) => (value === 'sms' ? 'SMS' : sourceWord(value)),
  actorKind: sentence,
  subjectType: sentence,
  recipientKind: sentence,
}

const parts = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([key]) => key !== 'id' && key !== 'account')

/** A structure in one line: `Days: mon, tue; Count: 4`. */
const structure = (reader: HistoryReader, value: unknown): string => {
  if (Array.isArray(value)) return value.map((one) => structure(reader, one)).join(', ')
  if (value !== null && typeof value === 'object') {
    return parts(value)
      .filter(([, one]) => one !== null && one !== '')
      .map(([key, one]) => `${sentence(key)}: ${structure(reader, one)}`)
      .join('; ')
  }
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
  return wordOf(reader, isInstant ? ({ type: 'date' } as FlattenedField) : undefined, value)
}

/** The words of one field; empty where it holds nothing. */
export const wordsOf = (
  reader: HistoryReader,
  { slug, field, doc }: { slug: string; field: FlattenedField; doc: Doc },
): string => {
  const value = doc[field.name]
  if (value === null || value === undefined || value === '') return ''
  if (slug === 'deliveries' && field.name === 'state') return stateWord(String(value))
  if (slug === 'audit-events' && field.name === 'command') return sentence(String(value))
  const words = typeof value === 'string' ? special[field.name] : undefined
  if (words) return words(String(value))
  if (field.type === 'group' || field.type === 'json' || field.type === 'array')
    return structure(reader, value)
  return wordOf(reader, field, value)
}

/** Every field of a record that says something, in the order of its collection. */
export const entriesOf = (reader: HistoryReader, slug: string, doc: Doc): Entry[] =>
  fieldsOf(reader.req, slug).flatMap((field) => {
    const isKept = hidden.has(field.name) && !(slug === 'audit-events' && field.name === 'command')
    if (isKept || field.type === 'join' || field.admin?.hidden) return []
    if (isAmount(field) && !reader.showPrices) return []
    const words = wordsOf(reader, { slug, field, doc })
    const to = relationOf(field)
    const [id] = to ? idsIn(doc[field.name]) : []
    const label = labelOf(field, field.name)
    return words ? [{ label, words, to: to && id ? { slug: to, id } : undefined }] : []
  })
