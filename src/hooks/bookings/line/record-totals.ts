import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import type { BookingLine } from '../../../payload-types.ts'
import { taxWithin } from '../../../domain/money/tax.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'

const taxIn = ({ totalAmount, taxPercent }: BookingLine) =>
  taxWithin(totalAmount ?? 0, taxPercent ?? 0)

/** Adds the lines of a booking up again. */
const addUp = async (req: PayloadRequest, bookingId: string) => {
  const booking = await bookingOf(req, { booking: bookingId })
  const { docs } = await req.payload.find({
    collection: 'booking-lines',
    where: { booking: { equals: bookingId } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const total = docs.reduce((sum, line) => sum + (line.totalAmount ?? 0), 0)
  const tax = docs.reduce((sum, line) => sum + taxIn(line), 0)
  await req.payload.update({
    collection: 'bookings',
    id: bookingId,
    data: {
      totals: { ...booking.totals, subtotal: total - tax, tax, total },
      command: { name: 'add-up', as: 'system' },
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/** Record: the booking's totals follow its lines. */
export const recordTotals: CollectionAfterChangeHook<BookingLine> = async ({ data, doc, req }) => {
  const command = commandIn(data)
  const isNew = command.as === 'system' && command.name === 'book'
  if (!isNew) await addUp(req, idOf(data.booking) ?? '')
  return doc
}

/** Record: the totals without a line that was taken away. */
export const recordTotalsWithout: CollectionAfterDeleteHook<BookingLine> = async ({ doc, req }) => {
  await addUp(req, idOf(doc.booking) ?? '')
  return doc
}
