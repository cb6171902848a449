import type { CollectionAfterChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { lockFieldworkers } from '../../database/locks.ts'
import { writeOccupancies } from '../../database/scheduling/occupancies.ts'
import { reportConflicts } from '../../steps/scheduling/report-conflicts.ts'
import type { Unavailability } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

/**
 * Record: an absence takes its person's time as a fact: it blocks availability, and visits that
 * are there already stay, and are reported to who dispatches. Hours of a location are read from the record itself.
 */
export const recordAbsence: CollectionAfterChangeHook<Unavailability> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const person = idOf(data.fieldworker)
  const before = operation === 'create' ? null : idOf(previousDoc?.fieldworker)
  await lockFieldworkers(
    req,
    [person, before].filter((id) => id !== null),
  )
  const span = {
    startsAt: new Date(String(data.start)).toISOString(),
    endsAt: new Date(String(data.end)).toISOString(),
  }
  const row = { ...span, kind: 'unavailability', exclusive: false, unavailability: doc.id } as const
  const rows = person ? [{ ...row, fieldworker: person }] : []
  await writeOccupancies(req, { replace: { unavailabilities: [doc.id] }, rows })
  if (person) await reportConflicts(req, { fieldworker: person, ...span })
  return doc
}

/** Record: a deleted absence gives the time back. */
export const releaseAbsence: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await writeOccupancies(req, { replace: { unavailabilities: [String(id)] }, rows: [] })
}
