import type { AcceptanceState } from './acceptance-lifecycle.ts'
import type { BookingState } from './booking-lifecycle.ts'
import type { ApprovalState } from './gate-lifecycle.ts'
import type { OfferState } from './offer-lifecycle.ts'

/** Bookings and visits that have not ended. */
export const liveStatuses = ['pending', 'confirmed'] as const satisfies readonly BookingState[]

/** Those whose work was done, or whose customer was not there. */
export const doneStatuses = ['completed', 'no_show'] as const satisfies readonly BookingState[]

/** Those that gave their time back: nothing takes place at it. */
export const droppedStatuses = [
  'cancelled',
  'rescheduled',
] as const satisfies readonly BookingState[]

/** Answers with which somebody has the visit: it was taken, or assigned without asking. */
export const heldAcceptances = [
  'accepted',
  'not_required',
] as const satisfies readonly AcceptanceState[]

/** Approvals that somebody still has to give. */
export const awaitedApprovals = ['open', 'rejected'] as const satisfies readonly ApprovalState[]

/** Offers that nobody has answered or closed. */
export const openOffers = ['pending'] as const satisfies readonly OfferState[]

/** How a booking or visit gets another time: a confirmed one by a successor, a pending one in place. */
export const moveVerbOf = ({ status }: { status: string }): 'reschedule' | 'retime' =>
  status === 'confirmed' ? 'reschedule' : 'retime'

type Value = string | null | undefined
type Status = { status?: Value }

const isIn = (states: readonly string[], value: Value): boolean =>
  value !== null && value !== undefined && states.includes(value)

/** Whether a booking or a visit is still to take place. */
export const isLive = ({ status }: Status): boolean => isIn(liveStatuses, status)

/** Whether a booking or a visit has a final status. */
export const isEnded = ({ status }: Status): boolean =>
  isIn(doneStatuses, status) || isIn(droppedStatuses, status)

/** Whether a booking or a visit was completed or missed. */
export const isDone = ({ status }: Status): boolean => isIn(doneStatuses, status)

/** Whether a booking or a visit was cancelled, or moved to a successor. */
export const isDropped = ({ status }: Status): boolean => isIn(droppedStatuses, status)

/** Whether a booking can still change: live, and not in the Deleted list. */
export const isOpenBooking = ({
  status,
  deletedAt,
}: Status & { deletedAt?: string | null | undefined }): boolean => isLive({ status }) && !deletedAt

/** Whether somebody has the visit. */
export const isHeld = ({ acceptance }: { acceptance?: Value }): boolean =>
  isIn(heldAcceptances, acceptance)

/** Whether work on the visit has begun, the way there included. */
export const hasBegun = ({ progress }: { progress?: Value }): boolean =>
  (progress ?? 'not_started') !== 'not_started'

/** Whether nobody is asked to do the work yet, because somebody has to approve it first. */
export const awaitsApproval = ({ approval }: { approval?: Value }): boolean =>
  isIn(awaitedApprovals, approval)

/** Whether an offer was neither answered nor closed; its time to answer may be over. */
export const isOpenOffer = ({ state }: { state?: Value }): boolean => isIn(openOffers, state)
