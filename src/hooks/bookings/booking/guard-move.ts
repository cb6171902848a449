import type { CollectionBeforeChangeHook } from 'payload'
import { bookingLifecycle } from '../../../domain/bookings/booking-lifecycle.ts'
import { bookingFacts } from '../../../domain/bookings/facts.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { bookingCase } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/**
 * Guard: a pending booking is moved in place by whoever may; a confirmed one becomes
 * `rescheduled`, with its successor after it.
 * @throws {DomainError} transition-refused, not-allowed, feature-off, outside-booking-window
 */
export const guardMove: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc: booking,
  req,
}) => {
  if (operation !== 'update' || !booking) return data
  const command = commandIn(data)
  if (command.name !== 'retime' && command.name !== 'reschedule') return data
  const actor = await actingIn(req, command)
  const facts = bookingFacts(await bookingCase(req, { actor, command, booking }))
  const { status: from } = booking
  const { to } = decide({
    lifecycle: bookingLifecycle,
    ...{ from, event: command.name, actor, facts },
  })
  return { ...data, status: to }
}
