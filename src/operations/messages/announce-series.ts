import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { readEffectFacts, type StoredEffectFacts } from '../../database/messages/effect-facts.ts'
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

type Facts = StoredEffectFacts
type Person = Awaited<ReturnType<typeof seriesPeople>>[number]

/** What makes a message about the series one of its kind. */
const onceOf = ({ series }: SeriesAnnouncement, { booking }: Facts) =>
  `${series}:v${booking.version}`

const toCustomer = (of: SeriesAnnouncement, facts: Facts): DeliveryRow[] => {
  const { customer } = facts
  if (!customer.email && !customer.phone) return []
  const channel = customer.email ? 'email' : 'sms'
  const { event, booking } = of
  return [
    {
      key: `${event}:${onceOf(of, facts)}:${channel}:${customer.id}`,
      ...{ channel, event, booking },
      subjectType: 'bookings',
      subjectId: booking,
      recipientKind: 'customer',
      recipient: customer.id,
    },
  ]
}

const toPeople = (of: SeriesAnnouncement, facts: Facts, people: Person[]): DeliveryRow[] =>
  people
    .filter(({ hasEmail }) => hasEmail)
    .map((person) => ({
      key: `series-visits:${of.event}:${onceOf(of, facts)}:email:${person.id}`,
      channel: 'email',
      event: 'series-visits',
      subjectType: 'appointments',
      subjectId: person.visit,
      booking: person.booking,
      recipientKind: 'fieldworker',
      recipient: person.id,
    }))

const inAppToPeople = ({ customer }: Facts, people: Person[]): NotificationRow[] =>
  people.flatMap(({ user, count, isAsked, booking }) =>
    user
      ? [
          {
            user,
            event: 'series-visits',
            title: fieldworkerTitles[isAsked ? 'series-offered' : 'series-visits'],
            body: `${count} visits, ${customer.name}`,
            href: isAsked ? '/field' : '/field/visits',
            booking,
          },
        ]
      : [],
  )

const inAppToDispatchers = (
  { event, booking, occurrences }: SeriesAnnouncement,
  facts: Facts,
  dispatchers: string[],
): NotificationRow[] =>
  dispatchers.map((user) => ({
    ...{ user, event, booking },
    title: officeTitles[event](facts.booking.number),
    body: `${facts.customer.name}, ${occurrences.length} bookings`,
    href: `/admin/collections/bookings/${booking}`,
  }))

/**
 * Tells customer, people and office once about all occurrences of a series, and has the calendars
 * follow each. In the transaction of the command, after the rows are written.
 */
export async function announceSeries(
  req: PayloadRequest,
  announcement: SeriesAnnouncement,
): Promise<void> {
  const { event, booking, occurrences } = announcement
  const { collection, id } = await actorOf(req)
  const me = collection === 'users' ? id : undefined
  const isOther = (user: string | null) => !me || user !== me
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
  const concerned = event === 'series-ended' ? [] : await seriesPeople(req, occurrences)
  const people = concerned.filter(({ user }) => isOther(user))
  await enqueueDeliveries(
    req,
    [...toCustomer(announcement, facts), ...toPeople(announcement, facts, people)],
    [
      ...inAppToPeople(facts, people),
      ...inAppToDispatchers(announcement, facts, facts.dispatchers.filter(isOther)),
    ],
  )
}
