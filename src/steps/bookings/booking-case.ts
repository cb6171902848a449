import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { Command } from '../../contracts/bookings/command.ts'
import { cachedDocument } from '../../database/scheduling/reference-cache.ts'
import { answersFor } from '../../domain/bookings/booking-events.ts'
import type {
  AnswerCase,
  BookingCase,
  BookingFacts,
  BookingRules,
  VisitCase,
  VisitFacts,
  Words,
} from '../../domain/bookings/facts.ts'
import type { OfferFacts } from '../../domain/bookings/offers.ts'
import { idOf } from '../../domain/id-of.ts'
import type { Appointment, AssignmentOffer, Booking, PortalSetting } from '../../payload-types.ts'
import { bookingOf } from './booking-of.ts'
import { settingsOf } from './settings-of.ts'
import { visitsOf } from './visits-of.ts'

/** What the rules ask of a booking, from its document. */
export const bookingIn = ({
  status,
  deletedAt,
  customer,
  startsAt,
  series,
  gates,
  totals,
}: Booking): BookingFacts => ({
  ...{ status, deletedAt, startsAt },
  customer: idOf(customer),
  series: idOf(series),
  gates: gates ?? {},
  total: totals?.total,
})

/** What the rules ask of a visit, from its document. */
export const visitIn = (visit: Appointment): VisitFacts => ({
  ...{ id: visit.id, status: visit.status, acceptance: visit.acceptance, start: visit.start },
  progress: visit.progress ?? 'not_started',
  fieldworker: idOf(visit.fieldworker),
  duties: visit.duties,
})

/** What the rules ask of an offer, from its document. */
export const offerIn = ({ id, fieldworker, state, respondBy }: AssignmentOffer): OfferFacts => ({
  ...{ id, respondBy },
  fieldworker: idOf(fieldworker),
  state: state ?? '',
})

/** What the portal lets customers do, as committed now. */
export const portalOf = (req: PayloadRequest): Promise<PortalSetting> =>
  cachedDocument(req, 'portal-settings', () =>
    req.payload.findGlobal({ slug: 'portal-settings', depth: 0, req, overrideAccess: true }),
  )

/** What the settings say about cancelling and moving, as committed now. */
export const rulesOf = async (req: PayloadRequest): Promise<BookingRules> => {
  const { booking, financial } = await settingsOf(req)
  const portal = await portalOf(req)
  return {
    ...portal,
    staffCancelReasonRequired: booking.staffCancelReasonRequired,
    cancellationFeeAmount: financial.cancellationFeeAmount,
    cancellationFees: financial.cancellationFees,
    noShowFeeAmount: financial.noShowFeeAmount,
  }
}

/** What a command says, as far as the rules ask. */
export const wordsIn = ({ reason, comment, to }: Command): Words => ({
  ...(reason && { reason }),
  ...(comment && { comment }),
  hasTime: to !== undefined,
})

/** Everything by which the rules judge a change of a booking. */
export const bookingCase = async (
  req: PayloadRequest,
  { actor, command = {}, booking }: { actor: Actor; command?: Command; booking: Booking },
): Promise<BookingCase> => ({
  actor,
  booking: bookingIn(booking),
  visits: (await visitsOf(req, booking.id)).map(visitIn),
  words: wordsIn(command),
  rules: await rulesOf(req),
  now: Date.now(),
})

/** Everything by which the rules judge an answer for a visit. */
export const answerCase = ({
  actor,
  booking,
  visit,
  offers,
  named,
}: {
  actor: Actor
  booking: Booking
  visit: Appointment
  offers: AssignmentOffer[]
  /** Whom the command names. */
  named?: string | null | undefined
}): AnswerCase => {
  const known = { actor, visit: visitIn(visit), offers: offers.map(offerIn) }
  const person = answersFor(known, named)
  return { ...known, booking: bookingIn(booking), person, now: Date.now() }
}

/** Everything by which the rules judge a change of a visit. */
export const visitCase = async (
  req: PayloadRequest,
  {
    actor,
    command = {},
    visit,
    becoming = {},
  }: { actor: Actor; command?: Command; visit: Appointment; becoming?: Partial<Appointment> },
): Promise<VisitCase> => {
  const { acceptance, duties } = becoming
  return {
    ...(await bookingCase(req, { actor, command, booking: await bookingOf(req, visit) })),
    visit: visitIn(visit),
    becoming: { ...(acceptance && { acceptance }), ...(duties && { duties }) },
  }
}
