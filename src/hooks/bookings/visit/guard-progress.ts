import type { CollectionBeforeChangeHook } from 'payload'
import { visitFacts } from '../../../domain/bookings/facts.ts'
import { progressLifecycle } from '../../../domain/bookings/progress-lifecycle.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { visitCase } from '../../../steps/bookings/booking-case.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/**
 * Guard: work on site goes forward by its lifecycle; the clock keeps when it began and ended. A
 * finished visit without open duties is completed, otherwise it stays in Awaiting Update.
 * @throws {DomainError} transition-refused, not-allowed
 */
export const guardProgress: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc: visit,
  req,
}) => {
  if (operation !== 'update' || !visit || !data.progress) return data
  if (data.progress === visit.progress) return data
  const command = commandIn(data)
  const actor = await actingIn(req, command)
  const facts = visitFacts(await visitCase(req, { actor, command, visit, becoming: data }))
  const { progress: to } = data
  decide({ lifecycle: progressLifecycle, from: visit.progress, to, actor, facts })
  const now = new Date().toISOString()
  const next = { ...data }
  if (to === 'in_progress') next.actualStart = visit.actualStart ?? now
  if (to !== 'finished') return next
  next.actualEnd = now
  return facts['isDutyDone'] && facts['hasStarted'] ? { ...next, status: 'completed' } : next
}
