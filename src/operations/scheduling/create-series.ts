import type { PayloadRequest } from 'payload'
import { type Actor, actorOf, may } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { Plan } from '../../contracts/bookings.ts'
import type { SeriesBody } from '../../contracts/series.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { repeatInWords } from '../../domain/scheduling/recurrence.ts'
import { shiftVisits } from '../../domain/scheduling/shift-visits.ts'
import { idOf } from '../../hooks/id-of.ts'
import { placeOfBooking } from '../../hooks/bookings/place-of-booking.ts'
import type { Booking, Series } from '../../payload-types.ts'
import { announceSeries } from '../messages/announce-series.ts'
import { alternativesFor } from './alternatives-for.ts'
import { planSeries } from './plan-series.ts'
import type { SeriesTemplate } from './series-template.ts'

type Resolution = SeriesBody['resolutions'][number]
type Made = { series: Series; bookings: Booking[] }

const whoOf = (
  before: string | null,
  { keepsPeople, resolution }: { keepsPeople: boolean; resolution: Resolution | undefined },
) => {
  if (resolution?.action === 'unassigned') return null
  if (resolution?.action === 'anyone' || (before && !keepsPeople)) return 'any'
  return before
}

/**
 * Lines as they are, with the visits at their new time (RC-03): at the booking's prices where the
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

/** A conflict that is new since the preview: nothing is saved, and the occurrence is named. */
const lost = async (
  req: PayloadRequest,
  error: unknown,
  { template, index, start }: { template: SeriesTemplate; index: number; start: number },
): Promise<unknown> => {
  const { code, message } = (error ?? {}) as DomainError
  if (code !== 'slot-taken') return error
  const place = await placeOfBooking(req, template.booking)
  const alternatives = await alternativesFor(req, {
    service: idOf(template.visits[0]?.service) ?? '',
    place: place.query,
    start,
    now: Date.now(),
  }).catch(() => [])
  const when = formatInZone(start, template.timezone)
  return new DomainError('slot-taken', `${when}: ${message} Nothing was saved.`, {
    status: 409,
    field: 'resolutions',
    details: { index, start: new Date(start).toISOString(), alternatives },
  })
}

/**
 * Makes a series of a booking: every further occurrence is a booking of its own, all in one
 * transaction or none, with one message for all (RC-01…05). `onMade` runs inside it.
 * @throws {DomainError} slot-taken naming the occurrence, invalid-input, not-allowed, feature-off,
 * transition-refused, not-found
 */
export const createSeries = (
  req: PayloadRequest,
  body: SeriesBody,
  { onMade }: { onMade?: (made: Made) => Promise<void> } = {},
): Promise<Made> =>
  inTransaction(req, async () => {
    await lockRow(req, 'bookings', body.booking)
    const { template, occurrences } = await planSeries(req, body)
    const { timezone } = template
    const actor = await actorOf(req)
    const resolutions = new Map(body.resolutions.map((one) => [one.index, one]))
    const of = { depth: 0, req, overrideAccess: true } as const
    const series = await req.payload.create({
      collection: 'series',
      data: {
        summary: repeatInWords(body.rule),
        state: 'active',
        customer: idOf(template.booking.customer) ?? '',
        template: template.booking.id,
        rule: body.rule as never,
        timezone,
        createdByName: actor.name,
      },
      ...of,
    })
    const bookings: Booking[] = []
    for (const { index, start } of occurrences) {
      const resolution = resolutions.get(index)
      if (index === 0 || resolution?.action === 'skip') continue
      const at = resolution?.action === 'move' ? Date.parse(resolution.start ?? '') : start
      if (Number.isNaN(at)) {
        throw new DomainError('invalid-input', 'Say where the occurrence moves to.', {
          status: 422,
          field: 'resolutions',
        })
      }
      const plan = planOf(template, at, { actor, keepsPeople: body.keepsPeople, resolution })
      const data = { ...occurrenceOf(template), series: series.id, seriesIndex: index, plan }
      const command = { name: 'repeat', as: 'caller' }
      try {
        const made = await asCommand(req, 'repeat', () =>
          req.payload.create({
            collection: 'bookings',
            data: { ...data, command } as never,
            ...of,
          }),
        )
        bookings.push(made)
      } catch (error) {
        throw await lost(req, error, { template, index, start: at })
      }
    }
    if (bookings.length === 0) {
      throw new DomainError('invalid-input', 'Every further visit is left out; keep one.', {
        status: 422,
        field: 'resolutions',
      })
    }
    await req.payload.update({
      collection: 'bookings',
      id: template.booking.id,
      data: {
        series: series.id,
        seriesIndex: 0,
        command: { name: 'repeat', as: 'system' },
      } as never,
      ...of,
    })
    await announceSeries(req, {
      event: 'series-booked',
      series: series.id,
      booking: template.booking.id,
      occurrences: bookings.map(({ id }) => id),
    })
    const made = { series, bookings }
    await onMade?.(made)
    return made
  })
