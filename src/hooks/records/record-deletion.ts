import type { CollectionAfterDeleteHook } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { type FieldChanges, writeAudit } from '../../database/records/audit.ts'
import { changedFields } from '../../steps/records/changed-fields.ts'
import { whoActs } from '../../steps/records/who-acts.ts'

/** Record: a deletion for good keeps its history entry, with what was deleted. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const booking = (doc as { booking?: string | { id: string } }).booking
  const had = changedFields({ fields: collection.flattenedFields, before: {}, after: doc })
  const changes: FieldChanges = {}
  for (const [field, [, value]] of Object.entries(had)) changes[field] = [value, null]
  const event = {
    subjectType: collection.slug,
    subjectId: String(doc.id),
    booking: typeof booking === 'object' ? (booking?.id ?? null) : (booking ?? null),
    command: 'delete',
    ...whoActs(req, await actorOf(req)),
    changes,
  }
  await writeAudit(req, [event])
  return doc
}
