import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { readEffectFacts } from '../../database/messages/effect-facts.ts'
import { seriesPeople } from '../../database/scheduling/series-people.ts'
import type { DeliveryRow, NotificationRow } from '../../domain/messages/events.ts'
import { fieldworkerTitles, officeTitles } from '../../domain/messages/notifications.ts'
import { announceEach } from '../../steps/messages/announce-booking.ts'
import { enqueueDeliveries } from '../../steps/messages/enqueue-deliveries.ts'

export type SeriesAnnouncement = {
  event: 'series-booked' | 'series-ended' | 'series-moved'
  series: string
  /** The booking the customer's message speaks of. */
  booking: string
  /** The bookings that are new or at another time. */
  occurrences: string[]
}

/**
 * Tells customer, people and office once about all occurrences of a series, and has the calendars
 * follow each. In the transaction of the command, after the rows are written.
 */
export async function announceSeries(
  req: PayloadRequest,
  { event, series, booking, occurrences }: SeriesAnnouncement,
): Promise<void> {
  const actor = await actorOf(req)
  const me = actor.collection === 'users' ? actor.id : undefined
  const [facts] = await readEffectFacts(req, {
    bookingIds: [booking],
    appointmentIds: null,
    offerIds: null,
    people: [],
  })
  if (!facts) return
  await announceEach(req, {
    effect: 'visit-changed',
    bookings: occurrences.map((bookingId) => ({ bookingId })),
  })
  const { customer } = facts
  const channel = customer.email ? 'email' : 'sms'
  const once = `${series}:v${facts.booking.version}`
  const toCustomer: DeliveryRow[] =
    customer.email || customer.phone
      ? [
          {
            key: `${event}:${once}:${channel}:${customer.id}`,
            channel,
            event,
            subjectType: 'bookings',
            subjectId: booking,
            booking,
            recipientKind: 'customer',
            recipient: customer.id,
          },
        ]
      : []
  const people = event === 'series-ended' ? [] : await seriesPeople(req, occurrences)
  const told = people.filter(({ user }) => !me || user !== me)
  const toPeople = told
    .filter(({ hasEmail }) => hasEmail)
    .map(
      (person): DeliveryRow => ({
        key: `series-visits:${event}:${once}:email:${person.id}`,
        channel: 'email',
        event: 'series-visits',
        subjectType: 'appointments',
        subjectId: person.visit,
        booking: person.booking,
        recipientKind: 'fieldworker',
        recipient: person.id,
      }),
    )
  const notifications: NotificationRow[] = [
    ...told.flatMap(({ user, count, isAsked, booking: own }) =>
      user
        ? [
            {
              user,
              event: 'series-visits',
              title: fieldworkerTitles[isAsked ? 'series-offered' : 'series-visits'],
              body: `${count} visits, ${customer.name}`,
              href: isAsked ? '/field' : '/field/visits',
              booking: own,
            },
          ]
        : [],
    ),
    ...facts.dispatchers
      .filter((user) => user !== me)
      .map((user) => ({
        user,
        event,
        title: officeTitles[event](facts.booking.number),
        body: `${customer.name}, ${occurrences.length} bookings`,
        href: `/admin/collections/bookings/${booking}`,
        booking,
      })),
  ]
  await enqueueDeliveries(req, [...toCustomer, ...toPeople], notifications)
}
