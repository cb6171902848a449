import type { PayloadRequest } from 'payload'
import type { SeriesBody } from '../../contracts/scheduling/series.ts'
import { assertOwnRepeat } from '../../domain/scheduling/customer-repeat.ts'
import { type Occurrence, occurrencesOf } from '../../domain/scheduling/recurrence.ts'
import { type SeriesTemplate, seriesTemplate } from './series-template.ts'
import { servicesOfBooking } from './services-of-booking.ts'

/**
 * The booking that repeats and when, as far as its caller may repeat it.
 * @throws {DomainError} invalid-input, not-found, not-allowed, feature-off, transition-refused
 */
export const planSeries = async (
  req: PayloadRequest,
  { booking, rule, resolutions }: SeriesBody,
): Promise<{ template: SeriesTemplate; occurrences: Occurrence[] }> => {
  const template = await seriesTemplate(req, booking)
  const { timezone, visits } = template
  const start = Math.min(...visits.map((visit) => Date.parse(visit.start)))
  const occurrences = occurrencesOf(rule, { start, timezone })
  if (template.by === 'own') {
    const services = await servicesOfBooking(req, booking)
    assertOwnRepeat({ services, occurrences: occurrences.length, resolutions })
  }
  return { template, occurrences }
}
