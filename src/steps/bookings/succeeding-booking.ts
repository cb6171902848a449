import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Booking, BookingLine } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'
import type { PlannedMove } from './plan-move.ts'
import { nextBookingNumber } from './next-booking-number.ts'
import type { PlannedLine } from './plan-types.ts'

/** Why messages about a booking at its old time are not sent any more. */
export const movedAway = 'The booking moved to another time.'

const ids = (values: readonly unknown[] | null | undefined) =>
  (values ?? []).flatMap((value) => idOf(value) ?? [])

/** The lines of a booking as they are, each with its visits at their new time. */
export const succeedingLines = (lines: BookingLine[], landings: PlannedMove[]): PlannedLine[] =>
  lines.map((line) => ({
    service: idOf(line.service) ?? '',
    description: line.description ?? null,
    quantity: line.quantity ?? 1,
    unit: line.unit ?? 'job',
    durationMinutes: line.durationMinutes ?? 60,
    unitAmount: line.unitAmount ?? 0,
    taxPercent: line.taxPercent ?? 0,
    totalAmount: line.totalAmount ?? 0,
    // Totals are carried as a whole; see `succeedingBooking`.
    taxAmount: 0,
    subtotalAmount: 0,
    breakdown: line.breakdown ?? null,
    requiresApproval: line.requiresApproval ?? false,
    answers: line.answers ?? null,
    visits: landings
      .filter(({ visit }) => idOf(visit.line) === line.id)
      .map(({ visit, ...landing }) => ({
        ...landing,
        replaces: visit.id,
        duties: visit.duties ?? [],
      })),
  }))

/**
 * The booking that takes a rescheduled one's place: all of it but the time. Its gates stay passed;
 * a customer who moves a service that requires approval asks for it again (DOMAIN §3 B).
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
    number: await nextBookingNumber(req),
    status: awaitsApproval ? 'pending' : 'confirmed',
    gates: awaitsApproval ? { ...old.gates, approval: 'open' } : old.gates,
    lineage: idOf(old.lineage) ?? old.id,
    rescheduledFrom: old.id,
    source: 'reschedule',
    series: idOf(old.series),
    seriesIndex: old.seriesIndex ?? null,
    customer: idOf(old.customer) ?? '',
    contact: idOf(old.contact),
    address: idOf(old.address),
    location: idOf(old.location),
    properties: ids(old.properties),
    labels: ids(old.labels),
    owner: idOf(old.owner),
    workflowStatus: old.workflowStatus ?? null,
    notes: old.notes ?? {},
    answers: old.answers ?? null,
    customerSnapshot: old.customerSnapshot ?? {},
    commsPaused: old.commsPaused ?? {},
    totals: old.totals ?? {},
    timezone: old.timezone ?? null,
    startsAt: starts[0] ?? null,
    endsAt: ends.at(-1) ?? null,
    createdByKind: actor.kind,
    createdById: actor.id ?? null,
    createdByName: actor.name,
  } as Partial<Booking>
}
