import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking } from '../../payload-types.ts'

/**
 * A booking that the caller may read and that can still take more work.
 * @throws {DomainError} not-signed-in, not-found, transition-refused
 */
export const openBooking = async (req: PayloadRequest, id: string): Promise<Booking> => {
  if ((await actorOf(req)).kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const booking = await req.payload.findByID({
    collection: 'bookings',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (!booking) throw new DomainError('not-found', 'There is no such booking.')
  if (isLive(booking)) return booking
  throw new DomainError(
    'transition-refused',
    'The booking has ended; make a new one, or open the one that took its place.',
  )
}
