import type { PayloadRequest, Where } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * Marks every notification of the caller read that is not yet.
 * @throws {DomainError} not-signed-in
 */
export const readAllNotifications = async (req: PayloadRequest): Promise<void> => {
  const actor = await actorOf(req)
  if (!actor.id) throw new DomainError('not-signed-in', 'Please sign in.')
  const mine: Where = actor.customer
    ? { customer: { equals: actor.customer } }
    : { user: { equals: actor.id } }
  await req.payload.db.updateMany({
    collection: 'notifications',
    where: { and: [mine, { readAt: { exists: false } }] },
    data: { readAt: new Date().toISOString() },
    returning: false,
    req,
  })
}
