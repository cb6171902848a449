import type { PayloadRequest } from 'payload'
import { type Actor, actorOf } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * The signed-in customer or fieldworker whose own pages these are.
 * @throws {DomainError} not-signed-in for visitors, not-allowed for everybody else
 */
export const ownerOf = async (
  req: PayloadRequest,
  kind: 'customer' | 'fieldworker',
): Promise<Actor & { id: string }> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Please sign in.')
  }
  if (actor.kind !== kind || !actor.id) {
    throw new DomainError('not-allowed', `These pages are a ${kind}'s own.`)
  }
  return { ...actor, id: actor.id }
}
