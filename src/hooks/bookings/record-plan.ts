import type { CollectionAfterChangeHook } from 'payload'
import type { Booking } from '../../payload-types.ts'
import { idOf } from '../id-of.ts'
import type { PlannedLine, PlannedVisit } from './plan-types.ts'

/** A visit is confirmed with its booking, or as soon as only other people's answers are open. */
const statusOf = (booking: Partial<Booking>, visit: PlannedVisit) => {
  if (booking.status === 'confirmed') return 'confirmed'
  const isHeld = visit.acceptance === 'not_required'
  return isHeld && booking.gates?.approval !== 'open' ? 'confirmed' : 'pending'
}

/** Record: writes the lines and visits of a new booking in the same transaction. */
export const recordPlan: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create') return doc
  const lines = data.plan as unknown as PlannedLine[]
  const command = { name: 'book', as: 'system' }
  const of = { req, depth: 0, overrideAccess: true } as const
  for (const { visits, subtotalAmount: _subtotal, taxAmount: _tax, ...values } of lines) {
    const line = await req.payload.create({
      collection: 'booking-lines',
      data: { ...values, booking: doc.id, command } as never,
      ...of,
    })
    for (const visit of visits) {
      await req.payload.create({
        collection: 'appointments',
        data: {
          ...visit,
          booking: doc.id,
          line: line.id,
          service: values.service,
          timezone: data.timezone,
          address: idOf(data.address),
          location: idOf(data.location),
          status: statusOf(data, visit),
          progress: 'not_started',
          command,
        } as never,
        ...of,
      })
    }
  }
  return doc
}
