import type { CollectionAfterChangeHook } from 'payload'
import { commandOf } from '../../../access/command.ts'
import type { BookingEffect } from '../../../domain/messages/effect-facts.ts'
import { announceEffects } from '../../../steps/messages/announce-booking.ts'
import type { Booking } from '../../../payload-types.ts'
import { announceNewBooking, assignedVisits } from '../../../steps/messages/announce-new-booking.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

const byStatus: Partial<Record<Booking['status'], BookingEffect>> = {
  confirmed: 'booking-confirmed',
  cancelled: 'booking-cancelled',
  no_show: 'booking-no-show',
}

const effectOf = (before: Partial<Booking>, now: Partial<Booking>): BookingEffect | undefined => {
  if (Boolean(before.deletedAt) !== Boolean(now.deletedAt)) {
    return now.deletedAt ? 'booking-deleted' : 'booking-restored'
  }
  return now.status && before.status !== now.status ? byStatus[now.status] : undefined
}

/** Announce: queues who is assignedVisits what about a booking, in its transaction (CM-01, CX-10, CX-12). */
export const announceBookingChange: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const bookingId = doc.id
  // A move or a series is announced as a whole (`announceMove`, `announceSeries`).
  if (command.name === 'reschedule' || command.name === 'repeat') return doc
  if (operation === 'create') {
    await announceNewBooking(req, { id: bookingId, status: data.status })
    return doc
  }
  const effect = effectOf(previousDoc ?? {}, data)
  if (!effect) return doc
  // Of a series, the customer hears once: of its approval by its first, of its end by its own.
  if (command.as === 'caller' || commandOf(req) === 'end-series') {
    const quiet = effect === 'booking-cancelled' ? 'visit-cancelled' : 'visit-changed'
    const certain = effect === 'booking-confirmed' ? [assignedVisits] : []
    await announceEffects(req, { bookingId, effects: [{ effect: quiet }, ...certain] })
    return doc
  }
  const reason = command.reason ?? command.comment ?? null
  const effects = effect === 'booking-confirmed' ? [{ effect }, assignedVisits] : [{ effect }]
  await announceEffects(req, { bookingId, effects, reason })
  return doc
}
