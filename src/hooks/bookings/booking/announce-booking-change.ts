import type { CollectionAfterChangeHook } from 'payload'
import { commandOf } from '../../../access/command.ts'
import { bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { isSkippedBy, skips } from '../../../domain/bookings/command-facts.ts'
import { effectsBetween } from '../../../domain/lifecycle.ts'
import type { BookingEffect } from '../../../domain/messages/effect-facts.ts'
import { announceEffects } from '../../../steps/messages/announce-booking.ts'
import type { Booking } from '../../../payload-types.ts'
import { announceNewBooking, assignedVisits } from '../../../steps/messages/announce-new-booking.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/** What the change comes to, by the booking's lifecycle. */
const effectsOf = (before: Partial<Booking>, now: Partial<Booking>): readonly BookingEffect[] => {
  if (Boolean(before.deletedAt) !== Boolean(now.deletedAt)) {
    return [now.deletedAt ? 'booking-deleted' : 'booking-restored']
  }
  if (!before.status || !now.status || before.status === now.status) return []
  return effectsBetween(bookingLifecycle, before.status, now.status)
}

/** Of a series, the customer hears once: of its approval by its first, of its end by its own. */
const quietly = (effect: BookingEffect): BookingEffect => {
  if (effect === 'visit-assigned') return effect
  return effect === 'booking-cancelled' ? 'visit-cancelled' : 'visit-changed'
}

const announced = (effect: BookingEffect) =>
  effect === 'visit-assigned' ? assignedVisits : { effect }

/** Announce: queues who is told what about a booking, in its transaction. */
export const announceBookingChange: CollectionAfterChangeHook<Booking> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const command = commandIn(data)
  const bookingId = doc.id
  // A move or a series is announced as a whole (`announceMoves`, `announceSeries`).
  if (skips('bookings', command, 'announcement')) return doc
  if (operation === 'create') {
    await announceNewBooking(req, { id: bookingId, status: data.status })
    return doc
  }
  const effects = effectsOf(previousDoc ?? {}, data)
  if (effects.length === 0) return doc
  const running = commandOf(req)
  if (skips('bookings', command, 'customer-notice') || isSkippedBy(running, 'customer-notice')) {
    await announceEffects(req, { bookingId, effects: effects.map(quietly).map(announced) })
    return doc
  }
  const reason = command.reason ?? command.comment ?? null
  await announceEffects(req, { bookingId, effects: effects.map(announced), reason })
  return doc
}
