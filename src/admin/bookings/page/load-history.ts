import type { PayloadRequest } from 'payload'
import type { HistoryView } from './history-view.ts'

type Doc = Record<string, unknown>

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return Array.isArray(value) ? value.map(shown).join(', ') : '…'
  return String(value)
}

const person = (value: unknown): string =>
  typeof value === 'string' ? value : text((value as Doc | null)?.name)

const readEvent = (event: Doc): HistoryView => ({
  id: text(event.id),
  at: text(event.at) || text(event.createdAt),
  command: text(event.command),
  actor: text(event.actorName) || 'System',
  onBehalfOf: person(event.onBehalfOf),
  channel: text(event.channel),
  ip: text(event.ip),
  reason: text(event.reason),
  changes: Object.entries((event.changes as Record<string, [unknown, unknown]> | null) ?? {})
    .filter((entry) => Array.isArray(entry[1]))
    .map(([field, [from, to]]) => ({ field, from: shown(from), to: shown(to) })),
})

/** The booking's history, newest first, read with the caller's own rights. */
export const loadHistory = async (req: PayloadRequest, booking: string): Promise<HistoryView[]> => {
  const { docs } = await req.payload.find({
    collection: 'audit-events',
    where: { or: [{ booking: { equals: booking } }, { subjectId: { equals: booking } }] },
    sort: '-at',
    limit: 200,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Doc[]).map(readEvent)
}
