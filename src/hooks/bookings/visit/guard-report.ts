import { isHeld, isLive } from '../../../domain/bookings/states.ts'
import type { CollectionBeforeChangeHook } from 'payload'
import { assertMayReport } from '../../../domain/bookings/assert-may-report.ts'
import type { Appointment } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { changedFields } from '../../../steps/records/changed-fields.ts'
import { idOf } from '../../../domain/id-of.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

const reported = ['outcomeNotes', 'duties'] as const

/**
 * Guard: what was found and done on site is written by whoever may report on the visit.
 * @throws {DomainError} not-allowed, transition-refused
 */
export const guardReport: CollectionBeforeChangeHook<Appointment> = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const fields = collection.flattenedFields
  const changes = changedFields({ fields, before: originalDoc as never, after: data as never })
  const field = reported.find((name) => name in changes)
  if (!field) return data
  const actor = await actingIn(req, commandIn(data))
  const isOwnVisit =
    actor.fieldworker !== undefined && actor.fieldworker === idOf(originalDoc.fieldworker)
  assertMayReport(actor, field, {
    isOwnVisit,
    isHeld: isHeld(originalDoc),
    isActive: isLive(originalDoc),
  })
  return data
}
