import type { CollectionBeforeChangeHook } from 'payload'
import { bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { assertMoveOpen } from '../../../steps/bookings/assert-move-open.ts'
import { moveFacts } from '../../../steps/bookings/move-facts.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

/**
 * Guard: a pending booking is moved in place by whoever may (RS-11); a confirmed one becomes
 * `rescheduled`, with its successor after it (RS-04).
 * @throws {DomainError} transition-refused, not-allowed, feature-off, outside-booking-window
 */
export const guardMove: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const command = commandIn(data)
  if (command.name !== 'retime' && command.name !== 'reschedule') return data
  if (originalDoc.deletedAt) {
    throw new DomainError('transition-refused', 'The booking is deleted; restore it first.', {
      status: 409,
    })
  }
  if (command.name === 'reschedule' && originalDoc.status === 'pending') {
    throw new DomainError('transition-refused', 'A pending booking is moved in place; retime it.', {
      status: 409,
    })
  }
  const actor = await actingIn(req, command)
  const visits = await visitsOf(req, originalDoc.id)
  const { to } = decide({
    lifecycle: bookingLifecycle,
    from: originalDoc.status,
    event: command.name,
    actor,
    facts: moveFacts({ actor, command, booking: originalDoc, visits }),
  })
  await assertMoveOpen(req, { actor, startsAt: originalDoc.startsAt })
  return { ...data, status: to }
}
