import type { CollectionBeforeChangeHook } from 'payload'
import { appointmentLifecycle } from '../../../domain/bookings/appointment-lifecycle.ts'
import { isOpenToAnswers } from '../../../domain/bookings/gates.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { assertMoveOpen } from '../../../steps/bookings/assert-move-open.ts'
import { bookingOf } from '../../../steps/bookings/booking-of.ts'
import { visitsOf } from '../../../steps/bookings/visits-of.ts'

const active = new Set(['pending', 'confirmed'])
/** Visits beside which another one is not the whole booking (V7). */
const lasting = new Set(['pending', 'confirmed', 'completed', 'no_show'])
const held = new Set(['accepted', 'not_required'])

/** Whether all that somebody has to do on site is ticked off. */
export const isDutyDone = ({ duties }: Partial<Appointment>) =>
  (duties ?? []).every(({ done }) => done === true)

/**
 * Guard: a visit's status changes by its lifecycle alone, whatever the door.
 * @throws {DomainError} transition-refused, not-allowed
 */
export const guardVisitStatus: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !data.status) return data
  if (data.status === originalDoc.status) return data
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const isSystem = actor.kind === 'system'
  const booking = await bookingOf(req, originalDoc)
  const visits = await visitsOf(req, booking.id)
  const others = visits.filter(({ id, status }) => id !== originalDoc.id && active.has(status))
  const kept = visits.filter(({ id, status }) => id !== originalDoc.id && lasting.has(status))
  decide({
    lifecycle: appointmentLifecycle,
    from: originalDoc.status,
    to: data.status,
    actor,
    facts: {
      isOwnVisit:
        actor.fieldworker !== undefined && actor.fieldworker === idOf(originalDoc.fieldworker),
      isReady:
        booking.status === 'confirmed' ||
        (isOpenToAnswers(booking.gates ?? {}) && held.has(data.acceptance ?? '')),
      isOwnBooking: actor.customer !== undefined && actor.customer === idOf(booking.customer),
      isMoved: isSystem || (command.name === 'reschedule' && command.to !== undefined),
      isNotStarted: originalDoc.progress === 'not_started',
      isOneOfMany: isSystem || kept.length > 0,
      othersRemain: isSystem || others.length > 0,
      isNotBegun: isSystem || originalDoc.progress === 'not_started',
      hasStarted: Date.parse(originalDoc.start) <= Date.now(),
      isDutyDone: isDutyDone(data),
    },
  })
  if (data.status === 'rescheduled')
    await assertMoveOpen(req, { actor, startsAt: originalDoc.start })
  return data
}
