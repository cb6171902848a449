import type { PayloadRequest } from 'payload'
import type { BookingLine } from '../../payload-types.ts'

/** The lines of a booking in the order in which they were added, without those taken off it. */
export const linesOfBooking = async (req: PayloadRequest, id: string): Promise<BookingLine[]> => {
  const { docs } = await req.payload.find({
    collection: 'booking-lines',
    // A line of none was taken off the booking.
    where: { and: [{ booking: { equals: id } }, { quantity: { not_equals: 0 } }] },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs
}
