import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import type { Permission } from '../../domain/people/permissions.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * The caller, who is of the office and has one of the flags.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const assertDispatcher = async (
  req: PayloadRequest,
  flags: readonly Permission[],
): Promise<Actor> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') throw new DomainError('not-signed-in', 'Sign in first.')
  if (!isOffice(actor) || !flags.some((flag) => may(actor, flag)))
    throw new DomainError('not-allowed', 'You may not dispatch work.')
  return actor
}
