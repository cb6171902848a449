import type { PayloadRequest } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking } from '../../payload-types.ts'

/**
 * A booking, read with the caller's own rights.
 * @throws {DomainError} not-found
 */
export const findBooking = async (req: PayloadRequest, id: string): Promise<Booking> => {
  const booking = await req.payload.findByID({
    collection: 'bookings',
    id,
    depth: 0,
    joins: false,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (booking) return booking
  throw new DomainError('not-found', 'There is no such booking.')
}
