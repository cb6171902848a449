import type { Decider, Facts } from '../lifecycle.ts'
import { type CancelRules, isCancellationOpen, reasonToCancel } from './cancellation.ts'
import type { ApprovalState, CustomerGateState, DepositGateState } from './gate-lifecycle.ts'
import { isOverruled, isVisitReady } from './gates.ts'
import { type MoveRules, moveWindow } from './move-window.ts'
import { closedOffer, type OfferFacts } from './offers.ts'
import {
  hasBegun,
  isDone,
  isDropped,
  isHeld,
  isLive,
  isOpenBooking,
  isOpenOffer,
} from './states.ts'

type Text = string | null | undefined

/** Who acts, as far as the rules of bookings ask. */
export type BookingActor = Decider & {
  customer?: string | undefined
  fieldworker?: string | undefined
}

export type BookingFacts = {
  status: string
  deletedAt?: Text
  customer: string | null
  startsAt?: Text
  /** In minor units. */
  total?: number | null | undefined
  /** Id of the series that it is part of. */
  series?: Text
  gates?: {
    approval?: ApprovalState | null | undefined
    customer?: CustomerGateState | null | undefined
    deposit?: DepositGateState | null | undefined
  }
}

export type VisitFacts = {
  id: string
  status: string
  acceptance: string
  progress: string
  /** ISO instant. */
  start: string
  fieldworker: string | null
  duties?: readonly { done?: boolean | null | undefined }[] | null | undefined
}

/** What comes along with a change. */
export type Words = {
  reason?: string | undefined
  comment?: string | undefined
  /** Whether a new time is given. */
  hasTime?: boolean
}

export type BookingRules = CancelRules &
  MoveRules & {
    /** In minor units. */
    noShowFeeAmount?: number | null | undefined
  }

export type BookingCase = {
  actor: BookingActor
  booking: BookingFacts
  /** All visits of the booking. */
  visits: readonly VisitFacts[]
  words?: Words
  rules: BookingRules
  now: number
}

const isDutyDone = ({ duties }: Pick<VisitFacts, 'duties'>): boolean =>
  (duties ?? []).every(({ done }) => done === true)

const isOwnBooking = ({ actor, booking }: Pick<BookingCase, 'actor' | 'booking'>) =>
  actor.customer !== undefined && actor.customer === booking.customer

const isOwn = ({ fieldworker }: BookingActor) => {
  const own = fieldworker
  return (visit: Pick<VisitFacts, 'fieldworker'>) => own !== undefined && visit.fieldworker === own
}

const hasStarted = (now: number) => (visit: Pick<VisitFacts, 'start'>) =>
  Date.parse(visit.start) <= now

/** What the booking's lifecycle asks. */
export const bookingFacts = (given: BookingCase): Facts => {
  const { actor, booking, visits, words = {}, rules, now } = given
  const active = visits.filter(isLive)
  const isTheirs = isOwn(actor)
  const isSystem = actor.kind === 'system'
  return {
    isOwnBooking: isOwnBooking(given),
    // Whoever lost a visit, because it was cancelled or moved, has no say any more.
    isOwnVisit: visits.some((visit) => isTheirs(visit) && !isDropped(visit)),
    isRestored: !booking.deletedAt,
    isCancellationOpen: isCancellationOpen(actor, rules),
    reasonToCancel: reasonToCancel(actor, { words, rules }),
    reasonToConfirm: isSystem || Boolean(words.reason) || !isOverruled(booking.gates ?? {}, actor),
    isDutyDone: active.every(isDutyDone),
    isWorkOver: active.every(hasStarted(now)),
    hasStarted: active.some(hasStarted(now)),
    isOnlyVisit: active.length <= 1,
    isUntouched: !visits.some(isDone) && !active.some(hasBegun),
    isAllTheirs: actor.kind !== 'fieldworker' || active.every(isTheirs),
    isMovable: active.length > 0,
    isMoveOpen: moveWindow(actor, { startsAt: booking.startsAt, rules, now }),
    time: words.hasTime === true,
  }
}

/** What the lifecycles of the gates ask. */
export const gateFacts = (given: Pick<BookingCase, 'actor' | 'booking' | 'words'>): Facts => ({
  isOwnBooking: isOwnBooking(given),
  isRestored: !given.booking.deletedAt,
  isPending: given.booking.status === 'pending',
  reason: Boolean(given.words?.reason),
})

export type VisitCase = BookingCase & {
  visit: VisitFacts
  /** The visit's answer and duties as the change leaves them, where it touches them. */
  becoming?: Partial<Pick<VisitFacts, 'acceptance' | 'duties'>>
}

/** What the lifecycles of a visit's status and of the work on it ask. */
export const visitFacts = (given: VisitCase): Facts => {
  const { actor, booking, visit, visits, becoming = {}, words = {}, rules, now } = given
  const { acceptance = visit.acceptance, duties = visit.duties } = becoming
  const isSystem = actor.kind === 'system'
  const others = visits.filter(({ id }) => id !== visit.id)
  return {
    isOwnBooking: isOwnBooking(given),
    isOwnVisit: isOwn(actor)(visit),
    isLive: isOpenBooking(booking),
    isActive: isLive(visit),
    isConfirmed: visit.status === 'confirmed',
    isHeld: isHeld(visit),
    isReady: isVisitReady(booking, { acceptance }),
    isNotStarted: !hasBegun(visit),
    isNotBegun: isSystem || !hasBegun(visit),
    // Beside a visit that is done, another one is not the whole booking.
    isOneOfMany: isSystem || others.some((other) => !isDropped(other)),
    reasonToCancel: reasonToCancel(actor, { words, rules, what: 'visit' }),
    othersRemain: isSystem || others.some(isLive),
    hasStarted: hasStarted(now)(visit),
    isDutyDone: isDutyDone({ duties }),
    isMoveOpen: moveWindow(actor, { startsAt: visit.start, rules, now }),
    time: isSystem || words.hasTime === true,
  }
}

export type AnswerCase = {
  actor: BookingActor
  booking: BookingFacts
  visit: VisitFacts
  offers: readonly OfferFacts[]
  /** Who answers, or for whom somebody else does; null where that is open. */
  person: string | null
  now: number
}

/** What the lifecycle of a visit's answer asks. */
export const answerFacts = ({ actor, booking, visit, offers, person, now }: AnswerCase): Facts => {
  const open = offers.filter(isOpenOffer)
  const own = actor.fieldworker
  const isAsked = (id: string | null) => open.some(({ fieldworker }) => fieldworker === id)
  // The office may still answer for somebody who comes too late.
  const tooLate = own !== undefined && own === person ? closedOffer(own, { offers, now }) : null
  return {
    isOwnVisit: own !== undefined && (visit.fieldworker === own || isAsked(own)),
    isLive: isOpenBooking(booking),
    isActive: isLive(visit),
    isNotStarted: !hasBegun(visit),
    isOffered: tooLate?.refusal ?? (person === null || isAsked(person)),
    isFree: visit.fieldworker === null,
    person: person !== null,
  }
}
