import type { PayloadRequest, Where } from 'payload'
import { type Assigned, actSentence } from '../../../domain/bookings/act-words.ts'
import { type Act, type ActEntry, actsOf } from '../../../domain/bookings/acts.ts'
import type { AuditEvent } from '../../../payload-types.ts'
import { changesIn, type HistoryReader } from './history-changes.ts'
import { changesOf, namesIn } from './history-names.ts'
import type { HistoryView } from './history-view.ts'

type Entry = ActEntry & { event: AuditEvent }

const entryOf = (event: AuditEvent): Entry => ({
  event,
  at: Date.parse(event.at),
  actorKind: event.actorKind,
  actorId: event.actorId ?? null,
  actorName: event.actorName ?? null,
  subjectType: event.subjectType,
  subjectId: event.subjectId,
  command: event.command,
})

const subjects: Record<string, string> = {
  bookings: 'Booking',
  appointments: 'Visit',
  'booking-lines': 'Service',
  'assignment-offers': 'Offer',
  comments: 'Comment',
  media: 'Picture',
  customers: 'Customer',
  addresses: 'Address',
  contacts: 'Contact',
  properties: 'Property',
  services: 'Service',
  areas: 'Area',
}

const afterOf = (event: AuditEvent, field: string): unknown =>
  changesOf(event).find(([path]) => path === field)?.[2]

const assignedIn = (event: AuditEvent): Assigned => {
  const person = afterOf(event, 'fieldworker')
  if (typeof person === 'string') return 'another'
  if (afterOf(event, 'acceptance') === 'pending') return 'several'
  return person === null ? 'nobody' : 'same'
}

const viewOf = (reader: HistoryReader, { lead, entries }: Act<Entry>): HistoryView => {
  const { event } = lead
  const nameOf = (id: unknown) => (typeof id === 'string' ? (reader.names.get(id) ?? null) : null)
  const reasons = [event, ...entries.map((entry) => entry.event)].map(({ reason }) => reason)
  return {
    id: event.id,
    at: event.at,
    sentence: actSentence({
      actor: event.actorName ?? 'Fieldbook',
      subjectType: event.subjectType,
      command: event.command,
      person: nameOf(afterOf(event, 'fieldworker')),
      assigned: assignedIn(event),
      onBehalfOf: nameOf(event.onBehalfOf),
    }),
    channel: event.channel,
    ip: event.ip ?? '',
    reason: reasons.find(Boolean) ?? '',
    records: entries.flatMap(({ event: one }) => {
      const changes = changesIn(reader, one)
      const about = subjects[one.subjectType] ?? one.subjectType
      return changes.length > 0 ? [{ id: one.id, about, changes }] : []
    }),
  }
}

type Shown = Pick<HistoryReader, 'currency' | 'showPrices' | 'zone'>

/** The acts of a booking's history, newest first, read with the caller's own rights. */
export const loadHistory = (req: PayloadRequest, booking: string, shown: Shown) =>
  loadActs(req, { booking: { equals: booking } }, shown)

/** The acts in a part of the history, newest first, read with the caller's own rights. */
export const loadActs = async (
  req: PayloadRequest,
  where: Where,
  shown: Shown,
): Promise<HistoryView[]> => {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    where,
    sort: '-at',
    limit: 200,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const reader = { req, names: await namesIn(req, docs, shown.zone), ...shown }
  return actsOf(docs.toReversed().map(entryOf))
    .map((act) => viewOf(reader, act))
    .toReversed()
}
