import type { CollectionAfterChangeHook } from 'payload'
import { commandOf } from '../../access/command.ts'
import { type FieldChanges, writeAudit } from '../../database/audit.ts'
import { actingIn } from '../acting.ts'
import { changedFields } from '../changed-fields.ts'
import { commandIn } from '../take-command.ts'
import { passwordChange } from './password-change.ts'
import { whoActs } from './who-acts.ts'

type Values = Record<string, unknown>

const idOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : ((value as { id?: string } | null)?.id ?? null)

const verbOf = (operation: 'create' | 'update', before: Values, after: Values) => {
  if (operation === 'create') return 'create'
  if (!before.deletedAt && after.deletedAt) return 'trash'
  return before.deletedAt && !after.deletedAt ? 'restore' : 'update'
}

/** What was overridden stands beside what changed (AC-12). */
const overriddenIn = (overrode: readonly string[] | undefined): FieldChanges =>
  overrode ? { overridden: [null, overrode] } : {}

/**
 * Record: one history entry for every change that changed something (AU-01, AU-02). `locked` says
 * that the hooks of this collection hold the lock of the booking, which orders the entries.
 */
export const recordHistory =
  ({ locked }: { locked: boolean }): CollectionAfterChangeHook =>
  async ({ collection, data, doc, operation, previousDoc, req }) => {
    const after: Values = { ...data, id: doc.id }
    const before: Values = operation === 'create' ? {} : (previousDoc ?? {})
    const id = String(doc.id)
    const changes = changedFields({ fields: collection.flattenedFields, before, after })
    if (operation === 'update') {
      Object.assign(changes, await passwordChange(req, { collection, before, id }))
      if (Object.keys(changes).length === 0) return doc
    }
    const command = commandIn(data)
    const event = {
      subjectType: collection.slug,
      subjectId: id,
      booking: collection.slug === 'bookings' ? id : idOf(after.booking),
      command: command.name ?? commandOf(req) ?? verbOf(operation, before, after),
      ...whoActs(req, await actingIn(req, command)),
      onBehalfOf: command.onBehalfOf ?? null,
      changes: { ...changes, ...overriddenIn(command.overrode) },
      reason: command.reason ?? command.comment ?? null,
      version: Number(after.version ?? 0) || null,
    }
    await writeAudit(req, [event], { isLocked: locked })
    return doc
  }
