import type { CollectionAfterChangeHook } from 'payload'
import { commandOf } from '../../access/command.ts'
import { type FieldChanges, writeAudit } from '../../database/records/audit.ts'
import { actingIn } from '../bookings/acting-in.ts'
import { idOf } from '../../domain/id-of.ts'
import { changedFields } from './changed-fields.ts'
import { commandIn } from '../bookings/command-in.ts'
import { passwordChange } from './password-change.ts'
import { whoActs } from './who-acts.ts'

type Values = Record<string, unknown>

const verbOf = (operation: 'create' | 'update', before: Values, after: Values) => {
  if (operation === 'create') return 'create'
  if (!before.deletedAt && after.deletedAt) return 'trash'
  return before.deletedAt && !after.deletedAt ? 'restore' : 'update'
}

/** What was overridden stands beside what changed. */
const overriddenIn = (overrode: readonly string[] | undefined): FieldChanges =>
  overrode ? { overridden: [null, overrode] } : {}

/** What a hook after a change knows of it. */
export type RecordedChange = Pick<
  Parameters<CollectionAfterChangeHook>[0],
  'collection' | 'data' | 'doc' | 'operation' | 'previousDoc' | 'req'
>

/**
 * Writes one history entry for a change that changed something. `locked` says that the caller holds
 * the lock of the booking, which orders the entries.
 */
export const recordChange = async (
  { collection, data, doc, operation, previousDoc, req }: RecordedChange,
  { locked }: { locked: boolean },
): Promise<void> => {
  const after: Values = { ...data, id: doc.id }
  const before: Values = operation === 'create' ? {} : (previousDoc ?? {})
  const changes = changedFields({ fields: collection.flattenedFields, before, after })
  const id = String(doc.id)
  if (operation === 'update') {
    Object.assign(changes, await passwordChange(req, { collection, before, id }))
    if (Object.keys(changes).length === 0) return
  }
  const command = commandIn(data)
  const { overrode } = command
  const verb = verbOf(operation, before, after)
  const event = {
    subjectType: collection.slug,
    subjectId: id,
    booking: collection.slug === 'bookings' ? id : idOf(after.booking),
    command: command.name ?? commandOf(req) ?? verb,
    ...whoActs(req, await actingIn(req, command)),
    onBehalfOf: command.onBehalfOf ?? null,
    changes: { ...changes, ...overriddenIn(overrode) },
    reason: command.reason ?? command.comment ?? null,
    version: Number(after.version ?? 0) || null,
  }
  await writeAudit(req, [event], { isLocked: locked })
}
