import { isDropped } from '../../domain/bookings/states.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment } from '../../payload-types.ts'

type Holding = Pick<
  Appointment,
  'busyEnd' | 'busyStart' | 'end' | 'fieldworker' | 'progress' | 'reservedFor' | 'start' | 'status'
>

/**
 * The time a visit takes from somebody: live visits hold it, ended ones keep what was worked,
 * cancelled and rescheduled ones nothing.
 */
export const holdingOf = (visit: Partial<Holding>) => {
  const holder = idOf(visit.fieldworker) ?? idOf(visit.reservedFor)
  if (!holder || isDropped(visit)) return null
  return {
    fieldworker: holder,
    kind: idOf(visit.fieldworker) ? ('visit' as const) : ('reservation' as const),
    startsAt: new Date(String(visit.busyStart ?? visit.start)).toISOString(),
    endsAt: new Date(String(visit.busyEnd ?? visit.end)).toISOString(),
  }
}
