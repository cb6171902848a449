import type { CollectionAfterChangeHook } from 'payload'
import { type OccupancyRow, writeOccupancies } from '../../database/occupancies.ts'
import type { Appointment } from '../../payload-types.ts'
import { idOf } from '../id-of.ts'

type Holding = Pick<
  Appointment,
  'busyEnd' | 'busyStart' | 'end' | 'fieldworker' | 'progress' | 'reservedFor' | 'start' | 'status'
>

/**
 * The time a visit takes from somebody: live visits hold it, ended ones keep what was worked,
 * cancelled and rescheduled ones nothing (AV-11).
 */
export const holdingOf = (visit: Partial<Holding>) => {
  const holder = idOf(visit.fieldworker) ?? idOf(visit.reservedFor)
  if (!holder || visit.status === 'cancelled' || visit.status === 'rescheduled') return null
  return {
    fieldworker: holder,
    kind: idOf(visit.fieldworker) ? ('visit' as const) : ('reservation' as const),
    startsAt: new Date(String(visit.busyStart ?? visit.start)).toISOString(),
    endsAt: new Date(String(visit.busyEnd ?? visit.end)).toISOString(),
  }
}

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
