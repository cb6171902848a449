import type { CollectionAfterDeleteHook } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { channelOf } from '../../access/channel-of.ts'
import { writeAudit } from '../../database/records/audit.ts'

/** Record: a deletion for good keeps its history entry. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  const actor = await actorOf(req)
  const booking = (doc as { booking?: string | { id: string } }).booking
  const event = {
    subjectType: collection.slug,
    subjectId: String(doc.id),
    booking: typeof booking === 'object' ? (booking?.id ?? null) : (booking ?? null),
    command: 'delete',
    actorKind: actor.kind,
    actorId: actor.id ?? null,
    actorName: actor.name,
    channel: channelOf(req),
    changes: {},
  }
  await writeAudit(req, [event])
  return doc
}
