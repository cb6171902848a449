import type { CollectionBeforeChangeHook } from 'payload'
import { progressLifecycle } from '../../../domain/bookings/progress-lifecycle.ts'
import { decide } from '../../../domain/lifecycle.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'
import { isDutyDone } from './guard-visit-status.ts'

const held = new Set(['accepted', 'not_required'])

/**
 * Guard: work on site goes forward by its lifecycle; the clock keeps when it began and ended. A
 * finished visit without open duties is completed, otherwise it stays in Awaiting Update.
 * @throws {DomainError} transition-refused, not-allowed
 */
export const guardProgress: CollectionBeforeChangeHook<Appointment> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !data.progress) return data
  if (data.progress === originalDoc.progress) return data
  const actor = await actingIn(req, commandIn(data))
  decide({
    lifecycle: progressLifecycle,
    from: originalDoc.progress,
    to: data.progress,
    actor,
    facts: {
      isOwnVisit:
        actor.fieldworker !== undefined && actor.fieldworker === idOf(originalDoc.fieldworker),
      isActive: originalDoc.status === 'pending' || originalDoc.status === 'confirmed',
      isConfirmed: originalDoc.status === 'confirmed',
      isHeld: held.has(originalDoc.acceptance),
    },
  })
  const now = new Date().toISOString()
  const next = { ...data }
  if (data.progress === 'in_progress') next.actualStart = originalDoc.actualStart ?? now
  if (data.progress !== 'finished') return next
  next.actualEnd = now
  const isOver = isDutyDone(data) && Date.parse(originalDoc.start) <= Date.now()
  return isOver ? { ...next, status: 'completed' } : next
}
