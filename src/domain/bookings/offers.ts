import type { Refusal } from '../domain-error.ts'
import type { OfferState } from './offer-lifecycle.ts'
import { isEnded, isOpenOffer } from './states.ts'

export type OfferFacts = {
  id: string
  fieldworker: string | null
  state: string
  /** ISO instant. */
  respondBy?: string | null | undefined
}

/** Whether an offer still waits for an answer of its own person; the office may answer later too. */
export const isAnswerable = (
  { state, respondBy }: Pick<OfferFacts, 'respondBy' | 'state'>,
  now: number,
): boolean => isOpenOffer({ state }) && (!respondBy || Date.parse(respondBy) > now)

const hourMs = 3_600_000

/**
 * Until when an offer is to be answered (epoch ms): so many hours from `now`, and before the visit
 * starts; at once where it has started.
 */
export const respondByOf = ({
  now,
  hours,
  start,
}: {
  now: number
  hours: number
  start: number
}): number => Math.min(now + hours * hourMs, Math.max(now, start))

const closedWords: Record<OfferState, string> = {
  pending: 'The time to answer this offer is over. Ask the office whether you can still have it.',
  accepted: 'You have accepted this visit already.',
  declined: 'You have declined this visit. Ask the office whether you can still have it.',
  withdrawn: 'The office withdrew this offer: the visit changed or was reassigned.',
  superseded: 'Someone else accepted this visit first.',
  expired: 'The time to answer this offer is over. Ask the office whether you can still have it.',
}

/** The last state of what a person was offered, as they see it: too late to answer is expired. */
export const closedOffer = (
  person: string,
  { offers, now }: { offers: readonly OfferFacts[]; now: number },
): { state: OfferState; refusal: Refusal } | null => {
  const own = offers.filter(({ fieldworker }) => fieldworker === person)
  const last = own.at(-1)
  if (!last || own.some((offer) => isAnswerable(offer, now))) return null
  const state = last.state as OfferState
  const refusal = { code: 'transition-refused' as const, message: closedWords[state], status: 409 }
  return { state: state === 'pending' ? 'expired' : state, refusal }
}

type VisitFacts = { acceptance: string; fieldworker: string | null; status: string }

type Change = {
  /** Null for a new visit. */
  before: VisitFacts | null
  after: VisitFacts
  /** The visit's offers, oldest first; for the successor of a visit, those of the visit it replaces. */
  offers: readonly OfferFacts[]
  /** The command assigns anew, even where person and answer stay the same. */
  isAssigning: boolean
  /** The visit has another time, or takes the place of one that had. */
  isMoved: boolean
  /** For whom the command answers. */
  onBehalfOf: string | null
}

export type OfferPlan = {
  /** Offers that end, in their order; their people are told where they have no part in it any more. */
  close: readonly { id: string; state: 'superseded' | 'withdrawn' }[]
  /** An answer to be kept: on the person's open offer, or as an offer of its own. */
  answer: { fieldworker: string; state: 'accepted' | 'declined' } | null
  /** Whether the visit asks again: its person, or everybody who could take it. */
  asks: boolean
}

const nothing: OfferPlan = { close: [], answer: null, asks: false }

const ended = (offers: readonly OfferFacts[], state: 'superseded' | 'withdrawn') =>
  offers.map(({ id }) => ({ id, state }))

const answered = ({ before, after, offers, onBehalfOf }: Change): OfferPlan => {
  const open = offers.filter(isOpenOffer)
  const state = after.acceptance === 'accepted' ? 'accepted' : 'declined'
  const decliner = before?.fieldworker ?? onBehalfOf ?? open[0]?.fieldworker ?? null
  const fieldworker = state === 'accepted' ? after.fieldworker : decliner
  const others = open.filter((offer) => offer.fieldworker !== fieldworker)
  const answer = fieldworker ? { fieldworker, state } : null
  return { ...nothing, close: ended(others, 'superseded'), answer } as OfferPlan
}

const isUnchanged = ({ before, after, isAssigning }: Omit<Change, 'isMoved' | 'offers'>) =>
  !isAssigning &&
  after.acceptance === (before?.acceptance ?? 'unassigned') &&
  after.fieldworker === (before?.fieldworker ?? null)

const isEnding = ({ before, after }: Pick<Change, 'after' | 'before'>) =>
  isEnded(after) && !(before && isEnded(before))

/** Whether a change may touch a visit's offers at all, so that they need to be read. */
export const concernsOffers = (change: Omit<Change, 'offers'>): boolean =>
  change.after.status !== 'rescheduled' &&
  (change.isMoved || isEnding(change) || !isUnchanged(change))

/** What a change of a visit makes of its offers: which end, which answer is kept, and whether it asks. */
export const offerPlan = (change: Change): OfferPlan => {
  const { after, offers, isMoved } = change
  // The offers of a visit that was moved are its successor's to close.
  if (!concernsOffers(change)) return nothing
  const open = offers.filter(isOpenOffer)
  const asks = after.acceptance === 'pending'
  if (isMoved) return { ...nothing, close: ended(open, 'withdrawn'), asks }
  if (isEnding(change)) return { ...nothing, close: ended(open, 'withdrawn') }
  if (after.acceptance === 'declined') return answered(change)
  if (after.acceptance === 'accepted' && after.fieldworker) return answered(change)
  const kept = offers.filter(
    ({ state, fieldworker }) => state === 'accepted' && fieldworker !== after.fieldworker,
  )
  return { ...nothing, close: ended([...open, ...kept], 'withdrawn'), asks }
}

/** Of those whose offers ended, who has no part in the visit any more and is told so. */
export const whoLost = (
  closed: readonly OfferFacts[],
  { asked, fieldworker }: { asked: readonly string[]; fieldworker: string | null },
): OfferFacts[] =>
  closed.filter(
    (offer) =>
      offer.fieldworker !== null &&
      offer.fieldworker !== fieldworker &&
      !asked.includes(offer.fieldworker),
  )

/** Whether an open offer's answer is late: its time is over, or the office was told to step in. */
export const isLateOffer = (
  {
    respondBy,
    escalatedAt,
  }: { respondBy?: string | null | undefined; escalatedAt?: string | null | undefined },
  now: number,
): boolean => Boolean(escalatedAt) || Boolean(respondBy && Date.parse(respondBy) <= now)
