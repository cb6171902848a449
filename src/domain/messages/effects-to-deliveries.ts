import type { BookingEffect, EffectFacts, EffectVisit, PersonFacts } from './effect-facts.ts'
import {
  toCustomer,
  toPerson,
  calendars,
  inApp,
  toDispatchers,
  summary,
  listed,
  type Told,
} from './effect-rows.ts'
import type { DeliveryRow, MessageEvent, NotificationRow } from './events.ts'
import { fieldworkerTitles, officeTitles, type FieldworkerTitle } from './notifications.ts'

/** An event that a fieldworker gets both as a message and as an entry. */
type PersonalEvent = MessageEvent & FieldworkerTitle

/** Who holds or is asked for each visit, and tells each of them with `event`. */
const tellHolders = (facts: EffectFacts, event: PersonalEvent): Told => {
  const pairs = facts.visits.flatMap((visit) => {
    const asked = visit.offers.map((offer) => offer.person)
    const people = [visit.fieldworker, ...asked].filter((person) => person !== null)
    const formerly = facts.formerly.filter((entry) => entry.visit === visit.id)
    const all = new Map(
      [...people, ...formerly.map((entry) => entry.person)].map((person) => [person.id, person]),
    )
    return [...all.values()].map((person) => ({ visit, person }))
  })
  return tellEach(facts, pairs, { event })
}

type Pair = { visit: EffectVisit; person: PersonFacts }

/** `href` is where the entry leads; by default the visit. */
const tellEach = (
  facts: EffectFacts,
  pairs: Pair[],
  { event, href }: { event: PersonalEvent; href?: string },
): Told => ({
  deliveries: pairs.flatMap((pair) => toPerson(event, facts, pair)),
  notifications: pairs.flatMap(({ visit, person }) => {
    const entry = { event, title: fieldworkerTitles[event], body: summary(visit) }
    return inApp(facts, person, { ...entry, href: href ?? `/field/visits/${visit.id}` })
  }),
})

const tellHolder = (facts: EffectFacts, event: PersonalEvent): Told => {
  const held = facts.visits.flatMap((visit) =>
    visit.fieldworker ? [{ visit, person: visit.fieldworker }] : [],
  )
  return tellEach(facts, held, { event })
}

/** Who had or was asked for the visits before, and has not any more. */
const tellFormer = (facts: EffectFacts, event: PersonalEvent): Told => {
  const lost = facts.formerly.flatMap(({ visit: id, person }) => {
    const visit = facts.visits.find((candidate) => candidate.id === id)
    return visit ? [{ visit, person }] : []
  })
  return tellEach(facts, lost, { event, href: '/field' })
}

const offered =
  (event: 'offer-reminded' | 'visit-offered') =>
  (facts: EffectFacts): Told => {
    const open = facts.visits.flatMap((visit) => visit.offers.map((offer) => ({ visit, offer })))
    return {
      deliveries: open.flatMap(({ visit, offer }) =>
        toPerson(event, facts, { visit, person: offer.person, offer: offer.id }),
      ),
      notifications: open.flatMap(({ visit, offer }) =>
        inApp(facts, offer.person, {
          event,
          title: fieldworkerTitles[event],
          body: summary(visit),
          href: '/field',
        }),
      ),
    }
  }

/** A mail to everybody who dispatches, about each visit, once per version of it. */
const mailDispatchers = (facts: EffectFacts, event: MessageEvent): DeliveryRow[] =>
  facts.visits.flatMap((visit) =>
    facts.dispatchers
      .filter((user) => user !== facts.actor)
      .map((user) => ({
        key: `${event}:${visit.id}:v${visit.version}:email:${user}`,
        channel: 'email' as const,
        event,
        subjectType: 'appointments' as const,
        subjectId: visit.id,
        booking: facts.booking.id,
        recipientKind: 'staff' as const,
        recipient: user,
      })),
  )

const former = (facts: EffectFacts) => {
  const names = facts.formerly.map((entry) => entry.person.name)
  return names.length > 0 ? names.join(', ') : 'A fieldworker'
}

const expired = (facts: EffectFacts): NotificationRow[] =>
  facts.formerly.flatMap(({ visit: id, person }) => {
    const visit = facts.visits.find((candidate) => candidate.id === id)
    const entry = { event: 'offer-expired', title: fieldworkerTitles['offer-expired'] }
    return visit ? inApp(facts, person, { ...entry, body: summary(visit), href: '/field' }) : []
  })

const declined = (facts: EffectFacts): Told => {
  const reason = facts.reason ? ` Reason: ${facts.reason}` : ''
  const own = tellFormer(facts, 'declined-on-behalf')
  return {
    deliveries: [...mailDispatchers(facts, 'offer-declined'), ...own.deliveries],
    notifications: [
      ...toDispatchers(
        facts,
        'offer-declined',
        officeTitles['offer-declined'](facts.booking.number, former(facts)),
        `${listed(facts)}.${reason}`,
      ),
      ...own.notifications,
    ],
  }
}

const received = (
  facts: EffectFacts,
  effect: 'booking-pending' | 'booking-confirmed',
): NotificationRow[] =>
  toDispatchers(
    facts,
    'booking-received',
    officeTitles[effect](facts.booking.number),
    `${facts.customer.name}, ${listed(facts)}`,
  )

const nothing: Told = { deliveries: [], notifications: [] }

const tell: Record<BookingEffect, (facts: EffectFacts) => Told> = {
  'booking-pending': (facts) => ({
    deliveries: toCustomer('booking-acknowledged', facts),
    notifications: received(facts, 'booking-pending'),
  }),
  'booking-confirmed': (facts) => ({
    deliveries: toCustomer('booking-confirmed', facts),
    notifications: received(facts, 'booking-confirmed'),
  }),
  'booking-cancelled': (facts) => {
    const holders = tellHolders(facts, 'visit-cancelled')
    const reason = facts.reason ? ` Reason: ${facts.reason}` : ''
    return {
      deliveries: [...toCustomer('booking-cancelled', facts), ...holders.deliveries],
      notifications: [
        ...holders.notifications,
        ...toDispatchers(
          facts,
          'booking-cancelled',
          officeTitles['booking-cancelled'](facts.booking.number),
          `${facts.customer.name}, ${listed(facts)}.${reason}`,
        ),
      ],
    }
  },
  'booking-no-show': (facts) => ({
    deliveries: toCustomer('booking-no-show', facts),
    notifications: [],
  }),
  'booking-retimed': (facts) => {
    const holders = tellHolders(facts, 'visit-retimed')
    return {
      deliveries: [
        ...toCustomer('booking-retimed', facts, `:v${facts.booking.version}`),
        ...holders.deliveries,
      ],
      notifications: holders.notifications,
    }
  },
  'booking-moved': (facts) => ({
    deliveries: toCustomer('booking-retimed', facts, `:v${facts.booking.version}`),
    notifications: toDispatchers(
      facts,
      'booking-moved',
      officeTitles['booking-moved'](facts.booking.number),
      `${facts.customer.name}, ${listed(facts)}`,
    ),
  }),
  // Visits came to it or were taken from it.
  'booking-changed': (facts) => {
    const [visit] = facts.visits
    const about = visit ? `:${visit.id}.v${visit.version}` : `:v${facts.booking.version}`
    const visits = facts.visits.map(({ id }) => id)
    return { deliveries: toCustomer('booking-changed', facts, about, visits), notifications: [] }
  },
  // Its clock time stands; only what calendars keep as an instant is another.
  'booking-clock-kept': (facts) => ({
    deliveries: facts.customer.hasEmail
      ? toCustomer('booking-clock-kept', facts, `:v${facts.booking.version}`)
      : [],
    notifications: [],
  }),
  'booking-deleted': (facts) => tellHolders(facts, 'visit-cancelled'),
  'booking-restored': () => nothing,
  'visit-assigned': (facts) => tellHolder(facts, 'visit-assigned'),
  'visit-retimed': (facts) => tellHolder(facts, 'visit-retimed'),
  'visit-offered': offered('visit-offered'),
  'visit-accepted': (facts) => {
    const own = tellHolder(facts, 'accepted-on-behalf')
    const words = facts.visits.map(
      (visit) => `${visit.fieldworker?.name ?? 'A fieldworker'}: ${summary(visit)}`,
    )
    const title = officeTitles['visit-accepted'](facts.booking.number)
    return {
      deliveries: own.deliveries,
      notifications: [
        ...toDispatchers(facts, 'visit-accepted', title, words.join('; ')),
        ...own.notifications,
      ],
    }
  },
  'visit-declined': declined,
  'offer-withdrawn': (facts) => tellFormer(facts, 'offer-withdrawn'),
  'offer-escalated': (facts) => ({
    deliveries: mailDispatchers(facts, 'offer-escalated'),
    notifications: toDispatchers(
      facts,
      'offer-escalated',
      officeTitles['offer-escalated'](facts.booking.number),
      `${former(facts)}: ${listed(facts)}`,
    ),
  }),
  'offer-reminded': offered('offer-reminded'),
  'offer-expired': (facts) => ({ deliveries: [], notifications: expired(facts) }),
  'visit-unanswered': (facts) => ({
    deliveries: mailDispatchers(facts, 'visit-unanswered'),
    notifications: [
      ...expired(facts),
      ...toDispatchers(
        facts,
        'visit-unanswered',
        officeTitles['visit-unanswered'](facts.booking.number),
        `${listed(facts)}. Assign someone.`,
      ),
    ],
  }),
  'booking-overdue': (facts) => ({
    deliveries: mailDispatchers(facts, 'booking-overdue').slice(0, facts.dispatchers.length),
    notifications: toDispatchers(
      facts,
      'booking-overdue',
      officeTitles['booking-overdue'](facts.booking.number),
      `${facts.customer.name}, ${listed(facts)}`,
    ),
  }),
  'customer-waits': (facts) => ({
    deliveries: facts.visits.flatMap((visit) =>
      toCustomer('customer-waits', facts, `:${visit.id}.v${visit.version}`),
    ),
    notifications: [],
  }),
  'visit-cancelled': (facts) => tellHolders(facts, 'visit-cancelled'),
  'visit-changed': () => nothing,
}

/**
 * Who gets what when a command took effect: deliveries to queue and entries for the in-app lists.
 * Whoever acted is not told about it; every effect also refreshes the calendars it touches.
 */
export const effectsToDeliveries = (effect: BookingEffect, facts: EffectFacts): Told => {
  const { deliveries, notifications } = tell[effect](facts)
  return { deliveries: [...deliveries, ...calendars(facts)], notifications }
}
