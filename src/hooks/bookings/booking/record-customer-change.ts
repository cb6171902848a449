import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { dropDeliveries } from '../../../database/messages/drop-deliveries.ts'
import { endBookingLinks } from '../../../database/bookings/end-booking-links.ts'
import { announceEffects } from '../../../steps/messages/announce-booking.ts'
import type { Booking } from '../../../payload-types.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { changeVisit } from '../../../steps/bookings/change-visit.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

const command = { name: 'change-customer', as: 'system' } as const

/** Answers to a service's questions were the first customer's. */
const clearAnswers = async (req: PayloadRequest, booking: string): Promise<void> => {
  const of = { collection: 'booking-lines', depth: 0, req, overrideAccess: true } as const
  const where = { booking: { equals: booking } }
  const { docs } = await req.payload.find({ ...of, where, pagination: false })
  for (const { id, answers } of docs) {
    if (!answers) continue
    await req.payload.update({ ...of, id, data: { answers: null, command } as never })
  }
}

/**
 * Record: with another customer, visits are at the new address or at none yet, links that were
 * mailed to the first one end, messages that wait are dropped, and the new one hears of the booking.
 */
export const recordCustomerChange: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  req,
}) => {
  const { name, reason } = commandIn(data)
  if (operation !== 'update' || name !== 'change-customer') return doc
  const address = idOf(data.address)
  for (const visit of await visitsOf(req, doc.id)) {
    if (idOf(visit.address) === address) continue
    await changeVisit({ req, id: visit.id, data: { address }, command })
  }
  await clearAnswers(req, doc.id)
  await endBookingLinks(req, doc.id)
  await dropDeliveries(req, { bookings: [doc.id], reason: 'The booking has another customer.' })
  const told = data.status === 'confirmed' ? 'booking-confirmed' : 'booking-pending'
  await announceEffects(req, {
    bookingId: doc.id,
    effects: [{ effect: told }, { effect: 'visit-changed' }],
    reason: reason ?? null,
  })
  return doc
}
