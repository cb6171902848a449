import { officeTitles } from '../../domain/messages/notifications.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { readConflicts } from '../../database/scheduling/conflict-queries.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { readEffectFacts } from '../../database/messages/effect-facts.ts'
import { formatInZone } from '../../domain/scheduling/local-time.ts'
import { enqueueDeliveries } from '../messages/enqueue-deliveries.ts'

/**
 * Tells who dispatches, in the app, which visits a new absence or busy event of somebody covers:
 * one entry for each visit. In the transaction that wrote the span; `GET /app/conflicts` lists all.
 */
export async function reportConflicts(
  req: PayloadRequest,
  span: { fieldworker: string; startsAt: string; endsAt: string },
): Promise<void> {
  const { fieldworker, startsAt: from, endsAt: to } = span
  const covered = await readConflicts(req, { from, to, fieldworker })
  const visits = new Map(covered.map((one) => [one.appointment, one]))
  const { collection, id } = await actorOf(req)
  const { companyLocale: locale } = await referenceOf(req)
  const me = collection === 'users' ? id : undefined
  for (const { booking, appointment, ...visit } of visits.values()) {
    if (Date.parse(visit.end) <= Date.now()) continue
    const [facts] = await readEffectFacts(req, {
      bookingIds: [booking.id],
      appointmentIds: [appointment],
      offerIds: null,
      people: [],
    })
    const when = formatInZone(Date.parse(visit.start), { zone: visit.timezone, locale })
    const entries = (facts?.dispatchers ?? [])
      .filter((user) => user !== me)
      .map((user) => ({
        user,
        event: 'visit-conflict',
        title: officeTitles['visit-conflict'](booking.number, visit.fieldworker.name),
        body: `${visit.service ?? 'Visit'}, ${when}, ${visit.customer}. Reassign or move it.`,
        href: `/admin/collections/bookings/${booking.id}`,
        booking: booking.id,
      }))
    await enqueueDeliveries(req, [], entries)
  }
}
