import type { Refusal } from '../domain-error.ts'
import { decideFee, type Fee } from '../money/asked-fee.ts'
import { isCustomer } from './office.ts'
import { isLive } from './states.ts'

type Actor = { kind: string; permissions: ReadonlySet<string> }
type Words = {
  reason?: string | undefined
  comment?: string | undefined
  fee?: 'waive' | { amount: number } | undefined
}
type Booking = { status: string; startsAt?: string | null | undefined }

/** What the settings say about cancelling. */
export type CancelRules = {
  /** Whether the office and fieldworkers have to say why; customers always have to. */
  staffCancelReasonRequired?: boolean | null | undefined
  customersMayCancel?: boolean | null | undefined
  cancelNoticeHours?: number | null | undefined
  cancelFeeAutomatic?: boolean | null | undefined
  /** In minor units. */
  cancellationFeeAmount?: number | null | undefined
}

const none: Fee = { feeAmount: 0, feeWaived: false }
const hourMs = 3_600_000

/** Whether customers cancel by themselves; the office and fieldworkers always may, by their flags. */
export const isCancellationOpen = (
  actor: { kind: string },
  { customersMayCancel }: CancelRules,
): boolean => !isCustomer(actor) || customersMayCancel !== false

/** Whether whoever cancels has to say why: customers in a comment, everybody else in a reason. */
export const isReasonRequired = (
  actor: { kind: string },
  { staffCancelReasonRequired }: CancelRules,
): boolean => actor.kind !== 'system' && (isCustomer(actor) || staffCancelReasonRequired !== false)

/** Whether what is said is enough to cancel; a refusal that names the missing field if not. */
export const reasonToCancel = (
  actor: { kind: string },
  { words, rules, what = 'booking' }: { words: Words; rules: CancelRules; what?: string },
): Refusal | true => {
  const field = isCustomer(actor) ? 'comment' : 'reason'
  if (!isReasonRequired(actor, rules) || words[field]) return true
  const message = `Say why the ${what} is cancelled.`
  return { code: 'invalid-input', message, status: 422, field }
}

/** The last moment at which a customer cancels for free, in epoch milliseconds; null without notice. */
export const freeUntil = ({ startsAt }: Booking, { cancelNoticeHours }: CancelRules) =>
  startsAt && cancelNoticeHours !== null && cancelNoticeHours !== undefined
    ? Date.parse(startsAt) - cancelNoticeHours * hourMs
    : null

/** What cancelling costs if nobody says anything: the settings' fee inside the notice window. */
const dueFee = (booking: Booking, rules: CancelRules, now: number): number => {
  const last = freeUntil(booking, { ...rules, cancelNoticeHours: rules.cancelNoticeHours ?? 0 })
  const isLate = booking.status === 'confirmed' && last !== null && now > last
  return rules.cancelFeeAutomatic && isLate ? (rules.cancellationFeeAmount ?? 0) : 0
}

/**
 * The fee for cancelling, in minor units: what is due by the rule, of which the office and
 * fieldworkers may say otherwise as far as `decideFee` lets them, and customers may not.
 * @throws {DomainError} not-allowed
 */
export const cancellationFee = (
  actor: Actor,
  {
    booking,
    words,
    rules,
    now,
  }: { booking: Booking; words: Words; rules: CancelRules; now: number },
): Fee => {
  if (actor.kind === 'system') return none
  const due = dueFee(booking, rules, now)
  const asked = isCustomer(actor) ? undefined : words.fee
  return decideFee(actor, { due, standard: rules.cancellationFeeAmount ?? 0, asked })
}

/**
 * The fee for a no-show, in minor units: the settings', unless whoever records it may say otherwise.
 * @throws {DomainError} not-allowed
 */
export const noShowFee = (
  actor: Actor,
  {
    fee: asked,
    rules,
  }: { fee: Words['fee']; rules: { noShowFeeAmount?: number | null | undefined } },
): number => {
  const due = rules.noShowFeeAmount ?? 0
  return decideFee(actor, { due, standard: due, asked }).feeAmount
}

/** What cancelling would mean to an actor, before they do it. */
export type CancelTerms = {
  /** What it costs whoever has no choice, and what staff may charge. */
  feeAmount: number
  /** Whether the fee has to be paid if nobody says anything. */
  feeDue: boolean
  mayWaive: boolean
  reasonRequired: boolean
  noticeHours: number | null
  /** ISO instant up to which a customer pays nothing. */
  freeUntil: string | null
}

/** What cancelling a booking means to an actor: its price, its notice and what has to be said. */
export const cancelTerms = (
  actor: Actor,
  { booking, rules, now }: { booking: Booking; rules: CancelRules; now: number },
): CancelTerms => {
  const last = freeUntil(booking, rules)
  const isOpen = isLive(booking)
  const feeAmount = isCustomer(actor)
    ? cancellationFee(actor, { booking, words: {}, rules, now }).feeAmount
    : (rules.cancellationFeeAmount ?? 0)
  return {
    feeAmount: isOpen ? feeAmount : 0,
    feeDue: isOpen && dueFee(booking, rules, now) > 0,
    mayWaive: actor.permissions.has('fee.waive'),
    reasonRequired: isReasonRequired(actor, rules),
    noticeHours: rules.cancelNoticeHours ?? null,
    freeUntil: last === null ? null : new Date(last).toISOString(),
  }
}
