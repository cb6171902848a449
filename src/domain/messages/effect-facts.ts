/** What a command did to a booking or its visits, as far as somebody must be told. */
export type BookingEffect =
  | 'booking-cancelled'
  | 'booking-changed'
  | 'booking-clock-kept'
  | 'booking-confirmed'
  | 'booking-deleted'
  | 'booking-moved'
  | 'booking-no-show'
  | 'booking-pending'
  | 'booking-restored'
  | 'booking-retimed'
  | 'booking-overdue'
  | 'customer-waits'
  | 'offer-escalated'
  | 'offer-expired'
  | 'offer-reminded'
  | 'offer-withdrawn'
  | 'visit-accepted'
  | 'visit-assigned'
  | 'visit-cancelled'
  | 'visit-changed'
  | 'visit-declined'
  | 'visit-offered'
  | 'visit-retimed'
  | 'visit-unanswered'

export type PersonFacts = { id: string; name: string; user: string | null; hasEmail: boolean }

export type EffectVisit = {
  id: string
  version: number
  service: string
  /** Start in words, in the job site's zone. */
  when: string
  status: string
  fieldworker: PersonFacts | null
  /** Open offers of the visit. */
  offers: { id: string; person: PersonFacts }[]
}

export type EffectFacts = {
  booking: { id: string; number: string; version: number; status: string }
  customer: { id: string; name: string; hasEmail: boolean; hasPhone: boolean }
  /** The visits the effect is about. */
  visits: EffectVisit[]
  /** Who had the visits before: told when it was taken from them, and their calendars cleared. */
  formerly: { visit: string; person: PersonFacts }[]
  /** Users who dispatch; the acting one is left out. */
  dispatchers: string[]
  /** User id of whoever acted: is not told what they did themselves. */
  actor: string | null
  reason: string | null
  /** When somebody is told again what they were told before (ISO instant); else null. */
  again: string | null
}
