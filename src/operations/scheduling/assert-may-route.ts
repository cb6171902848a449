import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { actorOf, may } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * Routes are for those of the office who assign visits and see all of them.
 * @throws {DomainError} not-signed-in, not-allowed
 */
export const assertMayRoute = async (req: PayloadRequest): Promise<void> => {
  const actor = await actorOf(req)
  if (actor.kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  if (isOffice(actor) && may(actor, 'booking.assign') && may(actor, 'booking.view-all')) return
  throw new DomainError('not-allowed', 'Routes are planned by those who assign bookings.')
}
