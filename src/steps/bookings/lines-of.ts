import type { PayloadRequest } from 'payload'
import { idOf } from '../../domain/id-of.ts'
import type { BookingLine } from '../../payload-types.ts'

/**
 * The service lines of bookings, by the booking, in the order in which they were added. A line of
 * none was taken off its booking and is left out.
 */
export const linesOfEach = async (
  req: PayloadRequest,
  bookings: string[],
): Promise<Map<string, BookingLine[]>> => {
  const { docs } = await req.payload.find({
    collection: 'booking-lines',
    where: { and: [{ booking: { in: bookings } }, { quantity: { not_equals: 0 } }] },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return Map.groupBy(docs, ({ booking }) => idOf(booking) ?? '')
}

/** Those of one booking. */
export const linesOf = async (req: PayloadRequest, booking: string): Promise<BookingLine[]> =>
  (await linesOfEach(req, [booking])).get(booking) ?? []
