import type { CollectionAfterChangeHook } from 'payload'
import { type OccupancyRow, writeOccupancies } from '../../../database/scheduling/occupancies.ts'
import type { Appointment } from '../../../payload-types.ts'
import { holdingOf } from '../../../steps/scheduling/holding-of.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Record: keeps the visit's row of `occupancies` equal to what the visit says. */
export const recordOccupancy: CollectionAfterChangeHook<Appointment> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const now = holdingOf(data)
  const before = operation === 'create' ? null : holdingOf(previousDoc ?? {})
  if (same(now, before)) return doc
  const rows: OccupancyRow[] = now ? [{ ...now, exclusive: true, appointment: doc.id }] : []
  await writeOccupancies(req, { replace: { appointments: [doc.id] }, rows })
  return doc
}
