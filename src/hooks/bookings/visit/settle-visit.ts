import type { CollectionBeforeChangeHook } from 'payload'
import { isVisitReady } from '../../../domain/bookings/gates.ts'
import { isHeld } from '../../../domain/bookings/states.ts'
import type { Appointment } from '../../../payload-types.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'

/** Derive: a visit confirms with its own answer, once no other gate is open. */
export const settleVisit: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.status !== 'pending') return data
  if (!isHeld(data) || isHeld(originalDoc)) return data
  const booking = await bookingOf(req, originalDoc)
  return isVisitReady(booking, data) ? { ...data, status: 'confirmed' } : data
}
