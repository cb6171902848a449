import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Booking, BookingLine } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import type { PlannedMove } from './plan-move.ts'
import { copyDocument } from '../records/copy-document.ts'
import { fieldsOf } from '../records/stored-rows.ts'
import { nextBookingNumber } from './next-booking-number.ts'
import type { PlannedLine } from './plan-types.ts'
import { succeedingVisit } from './succeeding-visit.ts'

/** Why messages about a booking at its old time are not sent any more. */
export const movedAway = 'The booking moved to another time.'

/** What its own time and place in the chain decide about a booking that succeeds another. */
const decided = [
  ...(['number', 'status', 'gates', 'source', 'version'] as const),
  ...(['lineage', 'rescheduledFrom', 'rescheduledTo', 'startsAt', 'endsAt'] as const),
  ...(['cancellation', 'noShow', 'createdByKind', 'createdById', 'createdByName'] as const),
] as const

/** The lines of a booking as they are, each with its visits at their new time. */
export const succeedingLines = (
  req: PayloadRequest,
  lines: BookingLine[],
  landings: PlannedMove[],
): PlannedLine[] => {
  const fields = fieldsOf(req, 'booking-lines')
  return lines.map((line) => ({
    ...(copyDocument(fields, line, { except: ['booking', 'version'] }) as unknown as PlannedLine),
    // Totals are carried as a whole; see `succeedingBooking`.
    taxAmount: 0,
    subtotalAmount: 0,
    visits: landings
      .filter(({ visit }) => idOf(visit.line) === line.id)
      .map(({ visit, ...landing }) => ({
        ...succeedingVisit(req, visit),
        ...landing,
        replaces: visit.id,
      })),
  }))
}

/**
 * The booking that takes a rescheduled one's place: every field of it but those `decided` anew. Its gates stay passed;
 * a customer who moves a service that requires approval asks for it again.
 */
export const succeedingBooking = async (
  req: PayloadRequest,
  {
    old,
    landings,
    awaitsApproval,
    actor,
  }: {
    old: Booking
    landings: PlannedMove[]
    awaitsApproval: boolean
    actor: Actor
  },
): Promise<Partial<Booking>> => {
  const starts = landings.map(({ start }) => start).sort()
  const ends = landings.map(({ end }) => end).sort()
  return {
    ...copyDocument(fieldsOf(req, 'bookings'), old, { except: decided }),
    number: await nextBookingNumber(req),
    status: awaitsApproval ? 'pending' : 'confirmed',
    gates: awaitsApproval ? { ...old.gates, approval: 'open' } : (old.gates ?? {}),
    lineage: idOf(old.lineage) ?? old.id,
    rescheduledFrom: old.id,
    source: 'reschedule',
    startsAt: starts[0] ?? null,
    endsAt: ends.at(-1) ?? null,
    createdByKind: actor.kind,
    createdById: actor.id ?? null,
    createdByName: actor.name,
  }
}
