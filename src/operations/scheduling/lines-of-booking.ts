import type { PayloadRequest } from 'payload'
import type { BookingLine } from '../../payload-types.ts'

/** The lines of a booking in the order in which they were added. */
export const linesOfBooking = async (req: PayloadRequest, id: string): Promise<BookingLine[]> => {
  const { docs } = await req.payload.find({
    collection: 'booking-lines',
    where: { booking: { equals: id } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs
}
