import type { CollectionSlug, PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { commandOf } from '../../access/command.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { type AuditEvent, type FieldChanges, writeAudit } from '../../database/records/audit.ts'
import { insertRows, type NewRows } from '../../database/records/insert-rows.ts'
import { plainTexts } from '../../domain/records/plain-text.ts'
import { changedFields } from './changed-fields.ts'
import { applyFieldRules } from './field-rules.ts'
import { fieldsOf, storedRows } from './stored-rows.ts'
import { whoActs } from './who-acts.ts'

type Values = Record<string, unknown>
type WrittenCommand = Pick<Command, 'overrode' | 'reason'>

/** New documents of one collection, with everything about them decided. */
export type NewDocuments = {
  collection: CollectionSlug
  documents: (Values & { id: string })[]
  /** Who writes them, and as what in the history; default: the caller, the running command. */
  by?: { actor: Actor; command: string; reason?: string | null }
  /** Why each was written, and what was overridden, by its id. */
  commands?: ReadonlyMap<string, WrittenCommand>
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const overriddenOf = (command: WrittenCommand | undefined): FieldChanges =>
  command?.overrode ? { overridden: [null, command.overrode] } : {}

/** The history entries that saving the documents of one collection one by one would leave. */
const historyOf = (
  req: PayloadRequest,
  { collection, documents, by, commands }: NewDocuments,
  caller: Actor,
): AuditEvent[] => {
  const fields = fieldsOf(req, collection)
  const about = (document: Values & { id: string }, command: WrittenCommand | undefined) => ({
    changes: {
      ...changedFields({ fields, before: {}, after: document }),
      ...overriddenOf(command),
    },
    reason: by?.reason ?? command?.reason ?? null,
    version: Number(document.version ?? 0) || null,
  })
  return documents.map((document) => ({
    subjectType: collection,
    subjectId: document.id,
    booking: collection === 'bookings' ? document.id : idOf(document.booking),
    command: by?.command ?? commandOf(req) ?? 'create',
    ...whoActs(req, by?.actor ?? caller),
    onBehalfOf: null,
    ...about(document, commands?.get(document.id)),
  }))
}

/**
 * Writes documents whose rules have been applied already, all of them in one statement, with the
 * history entries that saving them one by one would leave.
 */
export const insertDocuments = async (
  req: PayloadRequest,
  parts: NewDocuments[],
  /** Machine-written rows without a history of their own. */
  rows: NewRows[] = [],
): Promise<void> => {
  if (parts.length === 0) return
  const caller = await actorOf(req)
  const now = new Date().toISOString()
  const stamp = { createdAt: now, updatedAt: now }
  for (const { collection, documents } of parts) {
    for (const document of documents) {
      Object.assign(document, plainTexts(document))
      await applyFieldRules(req, collection, document)
    }
  }
  await insertRows(req, [
    ...parts.flatMap(({ collection, documents }) =>
      storedRows(
        req,
        collection,
        documents.map((document) => ({ ...document, ...stamp })),
      ),
    ),
    ...rows,
  ])
  const events = parts.flatMap((part) => historyOf(req, part, caller))
  await writeAudit(req, events, { isLocked: true })
}
