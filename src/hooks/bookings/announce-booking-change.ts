import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { BookingEffect } from '../../domain/messages/effect-facts.ts'
import { announceBooking } from '../../operations/messages/announce-booking.ts'
import type { Booking } from '../../payload-types.ts'
import { commandIn } from '../take-command.ts'
import { visitsOf } from './visits-of.ts'

const byStatus: Partial<Record<Booking['status'], BookingEffect>> = {
  confirmed: 'booking-confirmed',
  cancelled: 'booking-cancelled',
  no_show: 'booking-no-show',
}

/** Tells people who were assigned without being asked, once the visit is certain. */
const tellAssigned = async (req: PayloadRequest, bookingId: string) => {
  const visits = await visitsOf(req, bookingId)
  const certain = visits.filter(
    ({ acceptance, status }) => acceptance === 'not_required' && status === 'confirmed',
  )
  if (certain.length === 0) return
  const appointmentIds = certain.map(({ id }) => id)
  await announceBooking(req, { effect: 'visit-assigned', bookingId, appointmentIds })
}

const effectOf = (before: Partial<Booking>, now: Partial<Booking>): BookingEffect | undefined => {
  if (Boolean(before.deletedAt) !== Boolean(now.deletedAt)) {
    return now.deletedAt ? 'booking-deleted' : 'booking-restored'
  }
  return now.status && before.status !== now.status ? byStatus[now.status] : undefined
}

/** Announce: queues who is told what about a booking, in its transaction (CM-01, CX-10, CX-12). */
export const announceBookingChange: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const bookingId = doc.id
  // A move is announced as a whole (`announceMove`).
  if (command.name === 'reschedule') return doc
  if (operation === 'create') {
    const isConfirmed = data.status === 'confirmed'
    const effect = isConfirmed ? 'booking-confirmed' : 'booking-pending'
    await announceBooking(req, { effect, bookingId })
    await announceBooking(req, { effect: 'visit-offered', bookingId })
    await tellAssigned(req, bookingId)
    return doc
  }
  const effect = effectOf(previousDoc ?? {}, data)
  if (!effect) return doc
  const reason = command.reason ?? command.comment ?? null
  await announceBooking(req, { effect, bookingId, reason })
  if (effect === 'booking-confirmed') await tellAssigned(req, bookingId)
  return doc
}
