import type { CollectionBeforeChangeHook } from 'payload'
import { appointmentLifecycle } from '../../../domain/bookings/appointment-lifecycle.ts'
import { visitFacts } from '../../../domain/bookings/facts.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { visitCase } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/**
 * Guard: a visit's status changes by its lifecycle alone, whatever the door.
 * @throws {DomainError} transition-refused, not-allowed, feature-off, outside-booking-window
 */
export const guardVisitStatus: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc: visit,
  req,
}) => {
  if (operation !== 'update' || !visit || !data.status) return data
  if (data.status === visit.status) return data
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const facts = visitFacts(await visitCase(req, { actor, command, visit, becoming: data }))
  const { status: to } = data
  decide({ lifecycle: appointmentLifecycle, from: visit.status, to, actor, facts })
  return data
}
