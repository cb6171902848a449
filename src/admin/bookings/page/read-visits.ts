import { type Actor, may } from '../../../access/actor.ts'
import { answerEvents, moveOfVisit, visitEvents } from '../../../domain/bookings/booking-events.ts'
import type { BookingCase } from '../../../domain/bookings/facts.ts'
import { isOpenEvent, openAmong } from '../../../domain/bookings/open-events.ts'
import { isLateOffer } from '../../../domain/bookings/offers.ts'
import { isOpenOffer } from '../../../domain/bookings/states.ts'
import type { Appointment, AssignmentOffer, Booking } from '../../../payload-types.ts'
import { answerCase, visitIn } from '../../../steps/bookings/booking-case.ts'
import { idOf } from '../../../domain/id-of.ts'
import { related } from '../../ui/related.ts'
import type { VisitView } from './booking-view.ts'

type ReadVisits = {
  actor: Actor
  booking: Booking
  known: BookingCase
  visits: Appointment[]
  /** Latest answer first. */
  offers: AssignmentOffer[]
}

const nameOf = (value: unknown): string => related<{ name?: string }>(value as object)?.name ?? ''

/** Each person's last refusal. */
const declinesIn = (offers: AssignmentOffer[]): VisitView['declines'] => {
  const found = new Map<string, string>()
  for (const { state, fieldworker, reason } of offers) {
    const person = nameOf(fieldworker)
    if (state === 'declined' && person && !found.has(person)) found.set(person, reason ?? '')
  }
  return [...found].map(([person, reason]) => ({ person, reason }))
}

const openOffersIn = (offers: AssignmentOffer[], now: number): VisitView['offers'] =>
  offers.filter(isOpenOffer).flatMap((offer) => {
    const [person, isLate] = [nameOf(offer.fieldworker), isLateOffer(offer, now)]
    return person ? [{ person, respondBy: offer.respondBy ?? undefined, isLate }] : []
  })

const proposalsIn = (offers: AssignmentOffer[], now: number): VisitView['proposals'] =>
  offers
    .filter(({ state }) => state === 'declined')
    .flatMap(({ id, fieldworker, alternatives }) =>
      ((alternatives ?? []) as { start: string; end: string }[])
        .map(({ start, end }) => ({ offer: id, person: nameOf(fieldworker), start, end }))
        .filter(({ start }) => Date.parse(start) > now),
    )

const verbs = ['accept', 'decline', 'pend'] as const

/** What the reader may do to a visit: what its lifecycles have open to them. */
const openFor = (
  visit: Appointment,
  { actor, booking, known, offers }: Omit<ReadVisits, 'visits'>,
): Pick<VisitView, 'answers' | 'canAssign' | 'canCancel' | 'move' | 'proposals'> => {
  const events = answerEvents(answerCase({ actor, booking, visit, offers: offers.toReversed() }))
  const given = { ...known, visit: visitIn(visit) }
  // Whoever answers here cannot say for whom; where several are asked, each answers alone.
  const isComplete = (event: string) =>
    events.open.some((one) => one.event === event && one.asks.length === 0)
  const mayAnswer = may(actor, 'appointment.respond-on-behalf')
  const mayPropose = mayAnswer && visit.acceptance === 'declined' && isOpenEvent(events, 'accept')
  return {
    answers: mayAnswer ? verbs.filter(isComplete) : [],
    canAssign: openAmong(events, ['assign', 'ask', 'unassign']).length > 0,
    canCancel: isOpenEvent(visitEvents(given), 'cancel'),
    proposals: mayPropose ? proposalsIn(offers, known.now) : [],
    move: moveOfVisit(given),
  }
}

/** The visits of a booking as the page shows them, with what the reader may do to each. */
export const readVisits = ({ visits, offers, ...args }: ReadVisits): VisitView[] =>
  visits.map((visit) => {
    const own = offers.filter(({ appointment }) => idOf(appointment) === visit.id)
    const person = idOf(visit.fieldworker)
    return {
      ...{ id: visit.id, start: visit.start, end: visit.end, status: visit.status },
      ...{ acceptance: visit.acceptance, method: visit.method ?? '' },
      lineId: idOf(visit.line) ?? undefined,
      serviceId: idOf(visit.service) ?? '',
      service: nameOf(visit.service) || 'Visit',
      timezone: visit.timezone || args.booking.timezone || 'UTC',
      fieldworker: person ? { id: person, name: nameOf(visit.fieldworker) } : undefined,
      isPersonHidden: !may(args.actor, 'fieldworker.view'),
      progress: visit.progress ?? 'not_started',
      version: visit.version ?? 0,
      ...openFor(visit, { ...args, offers: own }),
      declines: declinesIn(own),
      offers: openOffersIn(own, args.known.now),
    }
  })
