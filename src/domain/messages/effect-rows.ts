import type { EffectFacts, EffectVisit, PersonFacts } from './effect-facts.ts'
import type { DeliveryRow, MessageEvent, NotificationRow } from './events.ts'

export type Told = { deliveries: DeliveryRow[]; notifications: NotificationRow[] }

export const toCustomer = (
  event: MessageEvent,
  facts: EffectFacts,
  suffix = '',
  about?: string[],
): DeliveryRow[] => {
  const { booking, customer } = facts
  if (!customer.hasEmail && !customer.hasPhone) return []
  const channel = customer.hasEmail ? 'email' : 'sms'
  return [
    {
      key: `${event}:${booking.id}${suffix}:${channel}:${customer.id}`,
      channel,
      event,
      subjectType: 'bookings',
      subjectId: booking.id,
      booking: booking.id,
      recipientKind: 'customer',
      recipient: customer.id,
      ...(about && { visits: about }),
    },
  ]
}

export const toPerson = (
  event: MessageEvent,
  facts: EffectFacts,
  { visit, person, offer }: { visit: EffectVisit; person: PersonFacts; offer?: string },
): DeliveryRow[] => {
  if (!person.hasEmail || (facts.actor && person.user === facts.actor)) return []
  const subjectId = offer ?? visit.id
  const version = offer ? '' : `:v${visit.version}`
  const again = facts.again ? `:${facts.again}` : ''
  return [
    {
      key: `${event}:${subjectId}${version}${again}:email:${person.id}`,
      channel: 'email',
      event,
      subjectType: offer ? 'assignment-offers' : 'appointments',
      subjectId,
      booking: facts.booking.id,
      recipientKind: 'fieldworker',
      recipient: person.id,
    },
  ]
}

export const calendarOf = (
  facts: EffectFacts,
  visit: EffectVisit,
  person: PersonFacts,
): DeliveryRow => ({
  key: `calendar-event:${visit.id}:v${visit.version}.${facts.booking.version}:${person.id}`,
  channel: 'calendar',
  event: 'calendar-event',
  subjectType: 'appointments',
  subjectId: visit.id,
  booking: facts.booking.id,
  recipientKind: 'calendar',
  recipient: person.id,
})

/** The calendars of whoever has, had or is asked for the visits; each decides at send time. */
export const calendars = (facts: EffectFacts): DeliveryRow[] =>
  facts.visits.flatMap((visit) => {
    const people = [
      visit.fieldworker,
      ...facts.formerly.filter((entry) => entry.visit === visit.id).map((entry) => entry.person),
    ]
    const known = new Map(people.flatMap((person) => (person ? [[person.id, person]] : [])))
    return [...known.values()].map((person) => calendarOf(facts, visit, person))
  })

export const inApp = (
  facts: EffectFacts,
  person: PersonFacts,
  entry: Omit<NotificationRow, 'booking' | 'customer' | 'user'>,
): NotificationRow[] =>
  person.user && person.user !== facts.actor
    ? [{ ...entry, user: person.user, booking: facts.booking.id }]
    : []

export const toDispatchers = (facts: EffectFacts, event: string, title: string, body: string) =>
  facts.dispatchers
    .filter((user) => user !== facts.actor)
    .map((user) => ({
      user,
      event,
      title,
      body,
      href: `/admin/collections/bookings/${facts.booking.id}`,
      booking: facts.booking.id,
    }))

export const summary = (visit: EffectVisit) => `${visit.service}, ${visit.when}`

export const listed = (facts: EffectFacts) => facts.visits.map(summary).join('; ')
