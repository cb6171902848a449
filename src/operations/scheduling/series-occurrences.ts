import { type Actor, may } from '../../access/actor.ts'
import type { Plan } from '../../contracts/bookings/bookings.ts'
import type { SeriesBody } from '../../contracts/scheduling/series.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Occurrence as Time } from '../../domain/scheduling/recurrence.ts'
import { shiftVisits } from '../../domain/scheduling/shift-visits.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Booking } from '../../payload-types.ts'
import type { SeriesTemplate } from './series-template.ts'

type Resolution = SeriesBody['resolutions'][number]

/** One further booking of a series: which, when (epoch ms), and what is asked for it. */
export type Occurrence = { index: number; start: number; data: Partial<Booking> }

const whoOf = (
  before: string | null,
  { keepsPeople, resolution }: { keepsPeople: boolean; resolution: Resolution | undefined },
) => {
  if (resolution?.action === 'unassigned') return null
  if (resolution?.action === 'anyone' || (before && !keepsPeople)) return 'any'
  return before
}

/**
 * Lines as they are, with the visits at their new time: at the booking's prices where the
 * office repeats it, at the catalogue's where a customer does.
 */
const planOf = (
  { by, lines, visits, timezone }: SeriesTemplate,
  start: number,
  context: { actor: Actor; keepsPeople: boolean; resolution: Resolution | undefined },
): Plan => {
  const moved = shiftVisits(visits, { start: new Date(start).toISOString(), timezone })
  const isUnheld =
    context.resolution?.action === 'unassigned' && may(context.actor, 'booking.overbook')
  return lines.map((line) => {
    const own = moved.filter(({ visit }) => idOf(visit.line) === line.id)
    const [first] = own
    return {
      service: idOf(line.service) ?? '',
      quantity: line.quantity ?? 1,
      description: line.description ?? null,
      ...(by === 'office' && { unitAmount: line.unitAmount ?? 0 }),
      ...(first?.visit.method && { method: first.visit.method }),
      ...(line.answers ? { answers: line.answers as Record<string, unknown> } : {}),
      visits: own.map(({ visit, start: from, end }) => ({
        start: from,
        end,
        fieldworker: whoOf(idOf(visit.fieldworker), context),
        ...(isUnheld && { unreserved: true }),
      })),
    }
  })
}

const occurrenceOf = ({ booking }: SeriesTemplate) => ({
  customer: idOf(booking.customer),
  contact: idOf(booking.contact),
  address: idOf(booking.address),
  location: idOf(booking.location),
  properties: (booking.properties ?? []).flatMap((one) => idOf(one) ?? []),
  labels: (booking.labels ?? []).flatMap((one) => idOf(one) ?? []),
  owner: idOf(booking.owner),
  notes: booking.notes ?? {},
  answers: booking.answers ?? null,
  customerSnapshot: { email: booking.customerSnapshot?.email ?? null },
})

/**
 * The further bookings of a series as they are asked for, with what was decided about each
 * conflict.
 * @throws {DomainError} invalid-input
 */
export const seriesOccurrences = (
  template: SeriesTemplate,
  { body, times, actor, series }: { body: SeriesBody; times: Time[]; actor: Actor; series: string },
): Occurrence[] => {
  const { keepsPeople } = body
  const resolutions = new Map(body.resolutions.map((one) => [one.index, one]))
  const wanted = times.flatMap(({ index, start }) => {
    const resolution = resolutions.get(index)
    if (index === 0 || resolution?.action === 'skip') return []
    const at = resolution?.action === 'move' ? Date.parse(resolution.start ?? '') : start
    if (Number.isNaN(at)) {
      throw new DomainError('invalid-input', 'Say where the occurrence moves to.', {
        field: 'resolutions',
      })
    }
    const plan = planOf(template, at, { actor, keepsPeople, resolution })
    const command = { name: 'repeat', as: 'caller' }
    const data = { ...occurrenceOf(template), series, seriesIndex: index, plan, command }
    return [{ index, start: at, data: data as unknown as Partial<Booking> }]
  })
  if (wanted.length > 0) return wanted
  throw new DomainError('invalid-input', 'Every further visit is left out; keep one.', {
    field: 'resolutions',
  })
}
