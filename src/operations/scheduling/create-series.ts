import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { asCommand } from '../../access/command.ts'
import type { SeriesBody } from '../../contracts/scheduling/series.ts'
import { collectAudit } from '../../database/records/audit.ts'
import { inTransaction } from '../../database/in-transaction.ts'
import { lockRow } from '../../database/locks.ts'
import { withRequestCache } from '../../database/records/request-cache.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { repeatInWords } from '../../domain/scheduling/recurrence.ts'
import { idOf } from '../../domain/id-of.ts'
import { placeOfBooking } from '../../steps/bookings/place-of-booking.ts'
import type { Booking, Series } from '../../payload-types.ts'
import { insertBookings } from '../bookings/insert-booking.ts'
import { hasOnlyOwnHooks } from '../../steps/records/own-hooks.ts'
import { announceSeries } from '../messages/announce-series.ts'
import { alternativesFor } from './alternatives-for.ts'
import { planSeries } from './plan-series.ts'
import { type Occurrence, seriesOccurrences } from './series-occurrences.ts'
import type { SeriesTemplate } from './series-template.ts'

type Made = { series: Series; bookings: Booking[] }

/** A conflict that is new since the preview: nothing is saved, and the occurrence is named. */
const lost = async (
  req: PayloadRequest,
  error: unknown,
  { template, occurrence }: { template: SeriesTemplate; occurrence: Occurrence | undefined },
): Promise<unknown> => {
  const { code, message } = (error ?? {}) as DomainError
  if (code !== 'slot-taken' || !occurrence) return error
  const { index, start } = occurrence
  const place = await placeOfBooking(req, template.booking)
  const alternatives = await alternativesFor(req, {
    service: idOf(template.visits[0]?.service) ?? '',
    place: place.query,
    start,
    now: Date.now(),
  }).catch(() => [])
  const { companyLocale: locale } = await referenceOf(req)
  const when = formatInZone(start, { zone: template.timezone, locale })
  return new DomainError('slot-taken', `${when}: ${message} Nothing was saved.`, {
    field: 'resolutions',
    details: { index, start: new Date(start).toISOString(), alternatives },
  })
}

/**
 * The occurrences in few statements, so that nobody waits long for the people's locks; one by one
 * where another plugin has a say in new bookings (decision 4).
 */
const write = async (
  req: PayloadRequest,
  { template, occurrences }: { template: SeriesTemplate; occurrences: Occurrence[] },
): Promise<Booking[]> => {
  const refused = (error: unknown, at: number) =>
    lost(req, error, { template, occurrence: occurrences[at] })
  if (hasOnlyOwnHooks(req, 'bookings')) {
    const asked = occurrences.map(({ data }) => data)
    return asCommand(req, 'repeat', () => insertBookings(req, asked, { refused }))
  }
  const bookings: Booking[] = []
  for (const [at, { data }] of occurrences.entries()) {
    const of = { collection: 'bookings', depth: 0, req, overrideAccess: true } as const
    const create = () => req.payload.create({ ...of, data: data as never })
    try {
      bookings.push(await asCommand(req, 'repeat', create))
    } catch (error) {
      throw await refused(error, at)
    }
  }
  return bookings
}

/**
 * Makes a series of a booking: every further occurrence is a booking of its own, all in one
 * transaction or none, with one message for all. `onMade` runs inside it.
 * @throws {DomainError} slot-taken naming the occurrence, invalid-input, not-allowed, feature-off,
 * transition-refused, not-found
 */
export const createSeries = (
  req: PayloadRequest,
  body: SeriesBody,
  { onMade }: { onMade?: (made: Made) => Promise<void> } = {},
): Promise<Made> =>
  inTransaction(req, () =>
    withRequestCache(req, () =>
      collectAudit(req, async () => {
        const made = await repeat(req, body)
        await onMade?.(made)
        return made
      }),
    ),
  )

const repeat = async (req: PayloadRequest, body: SeriesBody): Promise<Made> => {
  await lockRow(req, 'bookings', body.booking)
  const { template, occurrences: times } = await planSeries(req, body)
  const actor = await actorOf(req)
  const of = { depth: 0, req, overrideAccess: true } as const
  const series = await req.payload.create({
    collection: 'series',
    data: {
      summary: repeatInWords(body.rule),
      state: 'active',
      customer: idOf(template.booking.customer) ?? '',
      template: template.booking.id,
      rule: body.rule as never,
      timezone: template.timezone,
      createdByName: actor.name,
    },
    ...of,
  })
  const occurrences = seriesOccurrences(template, { body, times, actor, series: series.id })
  const bookings = await write(req, { template, occurrences })
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
  return { series, bookings }
}
