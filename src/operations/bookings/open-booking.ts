import { isLive } from '../../domain/bookings/states.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking } from '../../payload-types.ts'
import { findBooking } from './find-booking.ts'

/**
 * A booking that the caller may read and that can still take more work.
 * @throws {DomainError} not-signed-in, not-found, transition-refused
 */
export const openBooking = async (req: PayloadRequest, id: string): Promise<Booking> => {
  if ((await actorOf(req)).kind === 'anonymous') {
    throw new DomainError('not-signed-in', 'Sign in first.')
  }
  const booking = await findBooking(req, id)
  if (isLive(booking)) return booking
  throw new DomainError(
    'transition-refused',
    'The booking has ended; make a new one, or open the one that took its place.',
  )
}
