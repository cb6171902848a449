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

/** New documents of one collection, with everything about them decided. */
export type NewDocuments = {
  collection: CollectionSlug
  documents: (Values & { id: string })[]
  /** Who writes them, and as what in the history; default: the caller, the running command. */
  by?: { actor: Actor; command: string; reason?: string | null }
  /** Why each was written, and what was overridden, by its id. */
  commands?: ReadonlyMap<string, Pick<Command, 'overrode' | 'reason'>>
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const overriddenOf = (command: Pick<Command, 'overrode'> | undefined): FieldChanges =>
  command?.overrode ? { overridden: [null, command.overrode] } : {}

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
  const events = parts.flatMap(({ collection, documents, by, commands }) => {
    const actor = by?.actor ?? caller
    const fields = fieldsOf(req, collection)
    return documents.map(
      (document): AuditEvent => ({
        subjectType: collection,
        subjectId: document.id,
        booking: collection === 'bookings' ? document.id : idOf(document.booking),
        command: by?.command ?? commandOf(req) ?? 'create',
        ...whoActs(req, actor),
        onBehalfOf: null,
        changes: {
          ...changedFields({ fields, before: {}, after: document }),
          ...overriddenOf(commands?.get(document.id)),
        },
        reason: by?.reason ?? commands?.get(document.id)?.reason ?? null,
        version: Number(document.version ?? 0) || null,
      }),
    )
  })
  await writeAudit(req, events, { isLocked: true })
}
