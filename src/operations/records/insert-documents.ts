import { randomUUID } from 'node:crypto'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { channelOf } from '../../access/channel-of.ts'
import { clientAddress } from '../../access/client-address.ts'
import { commandOf } from '../../access/command.ts'
import { type AuditEvent, writeAudit } from '../../database/audit.ts'
import { insertRows, type NewRows } from '../../database/insert-rows.ts'
import { changedFields } from '../../hooks/changed-fields.ts'

type Values = Record<string, unknown>

/** New documents of one collection, with everything about them decided. */
export type NewDocuments = { collection: CollectionSlug; documents: (Values & { id: string })[] }

type Options = {
  /** Who acts; default: the caller. */
  actor?: Actor
  /** What the history calls it; default: the running command. */
  command?: string
  /** Machine-written rows without a history of their own. */
  rows?: NewRows[]
}

export const newId = (): string => randomUUID()

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Writes documents whose rules have been applied already, all of them in one statement, with the
 * history entries that saving them one by one would leave (AU-01). Groups are not supported.
 */
export const insertDocuments = async (
  req: PayloadRequest,
  parts: NewDocuments[],
  { actor, command, rows = [] }: Options = {},
): Promise<void> => {
  if (parts.length === 0) return
  const who = actor ?? (await actorOf(req))
  const now = new Date().toISOString()
  const stamp = { createdAt: now, updatedAt: now }
  await insertRows(req, [
    ...parts.map(({ collection, documents }) => ({
      collection,
      rows: documents.map((document) => ({ ...document, ...stamp })),
    })),
    ...rows,
  ])
  const events = parts.flatMap(({ collection, documents }) => {
    const config = req.payload.collections[collection]?.config
    return documents.map(
      (document): AuditEvent => ({
        subjectType: collection,
        subjectId: document.id,
        booking: collection === 'bookings' ? document.id : idOf(document.booking),
        command: command ?? commandOf(req) ?? 'create',
        actorKind: who.kind,
        actorId: who.id ?? null,
        actorName: who.name,
        onBehalfOf: null,
        channel: channelOf(req),
        ip: clientAddress(req.headers),
        changes: changedFields({
          fields: config?.flattenedFields ?? [],
          before: {},
          after: document,
        }),
        reason: null,
        version: Number(document.version ?? 0) || null,
      }),
    )
  })
  await writeAudit(req, events, { isLocked: true })
}
