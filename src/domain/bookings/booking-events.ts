import { acceptanceLifecycle, type AcceptanceState } from './acceptance-lifecycle.ts'
import { respondentOf } from './respondent.ts'
import { appointmentLifecycle } from './appointment-lifecycle.ts'
import { bookingLifecycle, type BookingState } from './booking-lifecycle.ts'
import {
  type AnswerCase,
  answerFacts,
  type BookingCase,
  bookingFacts,
  gateFacts,
  type VisitCase,
  visitFacts,
} from './facts.ts'
import {
  approvalLifecycle,
  type ApprovalState,
  customerGateLifecycle,
  type CustomerGateState,
} from './gate-lifecycle.ts'
import { closedOffer } from './offers.ts'
import { openAmong, type OpenEvents, openEvents } from './open-events.ts'
import { isDropped } from './states.ts'
import { progressLifecycle, type ProgressState } from './progress-lifecycle.ts'

/** What may happen to a booking. */
export const bookingEvents = (given: BookingCase): OpenEvents<BookingState> =>
  openEvents(bookingLifecycle, {
    from: given.booking.status as BookingState,
    actor: given.actor,
    facts: bookingFacts(given),
  })

/** What may happen to a booking's approval. */
export const approvalEvents = (
  given: Pick<BookingCase, 'actor' | 'booking' | 'words'>,
): OpenEvents<ApprovalState> =>
  openEvents(approvalLifecycle, {
    from: given.booking.gates?.approval ?? 'not_required',
    actor: given.actor,
    facts: gateFacts(given),
  })

/** What may happen to the customer's confirmation of a booking. */
export const customerGateEvents = (
  given: Pick<BookingCase, 'actor' | 'booking' | 'words'>,
): OpenEvents<CustomerGateState> =>
  openEvents(customerGateLifecycle, {
    from: given.booking.gates?.customer ?? 'not_required',
    actor: given.actor,
    facts: gateFacts(given),
  })

/** What may happen to one visit. */
export const visitEvents = (given: VisitCase): OpenEvents<BookingState> =>
  openEvents(appointmentLifecycle, {
    from: given.visit.status as BookingState,
    actor: given.actor,
    facts: visitFacts(given),
  })

/** How the work on a visit may go on. */
export const progressEvents = (given: VisitCase): OpenEvents<ProgressState> =>
  openEvents(progressLifecycle, {
    from: given.visit.progress as ProgressState,
    actor: given.actor,
    facts: visitFacts(given),
  })

/** For whom an answer counts: fieldworkers answer for themselves, the office for whom it names. */
export const answersFor = (
  { actor, visit, offers }: Pick<AnswerCase, 'actor' | 'offers' | 'visit'>,
  named?: string | null,
): string | null => {
  if (actor.kind === 'fieldworker') return actor.fieldworker ?? null
  return named ?? respondentOf(visit.fieldworker, offers)
}

/** Which answers and assignments a visit is open to. */
export const answerEvents = (given: AnswerCase): OpenEvents<AcceptanceState> => {
  const { actor, visit, offers, now } = given
  const from = visit.acceptance as AcceptanceState
  const events = openEvents(acceptanceLifecycle, { from, actor, facts: answerFacts(given) })
  const own = actor.kind === 'fieldworker' ? actor.fieldworker : undefined
  const late = own === undefined ? null : closedOffer(own, { offers, now })
  if (!late) return events
  const closed = events.closed.map((one) =>
    one.event === 'accept' ? { ...one, refusal: late.refusal } : one,
  )
  return { ...events, closed }
}

const moves = ['reschedule', 'retime'] as const

/** The command that moves a visit: its own, or that of its booking where it is the only visit. */
export const moveOfVisit = (given: VisitCase): (typeof moves)[number] | undefined => {
  const [own] = openAmong(visitEvents(given), moves)
  const isAlone = given.visits.every((one) => one.id === given.visit.id || isDropped(one))
  return own ?? (isAlone ? openAmong(bookingEvents(given), moves)[0] : undefined)
}

/** The open events of a booking that need a reason because they overrule somebody. */
export const needsReason = ({ open }: OpenEvents<BookingState>): string[] =>
  open.flatMap(({ event, asks }) => (asks.includes('reasonToConfirm') ? [event] : []))
