import type { PayloadRequest } from 'payload'
import { preloadedOf } from '../../database/records/preloaded.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Booking } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

/** The booking that a line or a visit belongs to, as it is now; its row is locked by the caller. */
export const bookingOf = async (
  req: PayloadRequest,
  { booking }: { booking?: unknown },
): Promise<Booking> => {
  const id = idOf(booking)
  const given = preloadedOf<Booking>(req, `bookings:${id}`)
  if (given) return given
  const found = id
    ? await req.payload.findByID({
        collection: 'bookings',
        id,
        depth: 0,
        req,
        overrideAccess: true,
        trash: true,
        disableErrors: true,
        joins: false,
      })
    : null
  if (found) return found
  throw new DomainError('not-found', 'There is no such booking.', { field: 'booking' })
}
