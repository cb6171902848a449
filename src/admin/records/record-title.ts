import type { HistoryReader } from '../bookings/page/history-changes.ts'
import { momentIn } from '../ui/zoned-time.ts'
import { type Doc, fieldsOf, wordsOf } from './record-words.ts'

/** Which fields name a record, best first, besides when it was. */
const named: Record<string, readonly string[]> = {
  appointments: ['service', 'booking'],
  'assignment-offers': ['fieldworker', 'booking'],
  'audit-events': ['actorName', 'command', 'subjectType'],
  deliveries: ['event', 'to'],
  series: ['summary'],
  'webhook-events': ['provider', 'type'],
}

const times = ['start', 'sentAt', 'at', 'createdAt']

/** `Hot water service · B-1049 · Tue 1 Dec, 8:00 am AEDT`: what a record is called. */
export const recordTitle = (reader: HistoryReader, slug: string, doc: Doc): string => {
  const fields = fieldsOf(reader.req, slug)
  const words = (named[slug] ?? []).flatMap((name) => {
    const field = fields.find((one) => one.name === name)
    return field ? wordsOf(reader, { slug, field, doc }) || [] : []
  })
  const at = times.map((name) => doc[name]).find((value) => typeof value === 'string')
  const when = typeof at === 'string' ? [momentIn(at, reader.zone)] : []
  return [...words, ...(slug === 'series' ? [] : when)].join(' · ') || 'Record'
}
