import { type Actor, may } from '../../access/actor.ts'
import type { Offer, Visit } from '../../contracts/bookings/my-visits.ts'
import type { StoredOffer, StoredVisit } from '../../database/bookings/visit-views.ts'
import { answeredQuestions } from '../../domain/bookings/answers.ts'
import { progressEvents } from '../../domain/bookings/booking-events.ts'

const iso = (value: string | null) => (value === null ? null : new Date(value).toISOString())

const addressFor = (actor: Actor, { address }: StoredVisit): Visit['address'] => {
  if (!address) return null
  const { lat, lng, ...rest } = address
  const coordinates = lat !== null && lng !== null ? { lat: Number(lat), lng: Number(lng) } : null
  if (may(actor, 'own.see-full-address')) return { ...rest, coordinates }
  return { ...rest, line1: null, line2: null, accessNotes: null, coordinates: null }
}

const allowedFor = (actor: Actor, visit: StoredVisit): string[] => {
  const booking = { status: visit.booking.status, customer: null }
  const given = { actor, booking, visits: [visit], visit, rules: {}, now: Date.now() }
  return progressEvents(given).open.map(({ event }) => event)
}

/** A visit as its fieldworker sees it; street and notes only where their role shows them. */
export const visitView = (actor: Actor, visit: StoredVisit): Visit => ({
  id: visit.id,
  booking: visit.booking,
  service: visit.service,
  start: iso(visit.start) ?? '',
  end: iso(visit.end) ?? '',
  timezone: visit.timezone,
  status: visit.status,
  acceptance: visit.acceptance,
  progress: visit.progress,
  place: visit.place,
  address: addressFor(actor, visit),
  customer: visit.customer,
  notes: visit.notes,
  answers: answeredQuestions(visit.questions, visit.answers),
  outcomeNotes: visit.outcomeNotes,
  actualStart: iso(visit.actualStart),
  actualEnd: iso(visit.actualEnd),
  allowed: allowedFor(actor, visit),
})

/** An offer as the fieldworker who is asked sees it; the price only where their role shows it. */
export const offerView = (actor: Actor, { visit, ...offer }: StoredOffer): Offer => {
  const isPriced = may(actor, 'own.see-price') && visit.total !== null && visit.currency
  return {
    id: offer.id,
    appointment: visit.id,
    booking: visit.booking,
    service: visit.service,
    start: iso(visit.start) ?? '',
    end: iso(visit.end) ?? '',
    timezone: visit.timezone,
    place: visit.place,
    customer: visit.customer.name,
    notes: visit.notes,
    mode: offer.mode,
    respondBy: iso(offer.respondBy),
    sentAt: iso(offer.sentAt),
    price: isPriced ? { amount: Number(visit.total), currency: String(visit.currency) } : null,
  }
}
