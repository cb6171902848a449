import type { CollectionBeforeChangeHook } from 'payload'
import { isOpenToAnswers } from '../../../domain/bookings/gates.ts'
import type { Appointment } from '../../../payload-types.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'

const held = new Set(['accepted', 'not_required'])

/** Derive: a visit confirms with its own answer, once no other gate is open (AC-07). */
export const settleVisit: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || data.status !== 'pending') return data
  if (!held.has(data.acceptance ?? '') || held.has(originalDoc.acceptance)) return data
  const booking = await bookingOf(req, originalDoc)
  const isReady = booking.status === 'confirmed' || isOpenToAnswers(booking.gates ?? {})
  return isReady ? { ...data, status: 'confirmed' } : data
}
