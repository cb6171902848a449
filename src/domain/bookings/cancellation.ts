import { DomainError, type Refusal } from '../domain-error.ts'
import { type AskedFee, decideFee, type Fee } from '../money/asked-fee.ts'
import { defaultFee, type ListedFee, type PricedFee, pricedFees } from '../money/fee-list.ts'
import { isCustomer } from './office.ts'
import { isLive } from './states.ts'

type Actor = { kind: string; permissions: ReadonlySet<string> }
type Words = {
  reason?: string | undefined
  comment?: string | undefined
  /** None, an amount in minor units, or one of the settings' fees by its id. */
  fee?: AskedFee | { listed: string }
}
type Booking = {
  status: string
  startsAt?: string | null | undefined
  /** In minor units; what a fee by percent is of. */
  total?: number | null | undefined
}

/** What the settings say about cancelling. */
export type CancelRules = {
  /** Whether the office and fieldworkers have to say why; customers always have to. */
  staffCancelReasonRequired?: boolean | null | undefined
  customersMayCancel?: boolean | null | undefined
  cancelNoticeHours?: number | null | undefined
  cancelFeeAutomatic?: boolean | null | undefined
  /** In minor units. */
  cancellationFeeAmount?: number | null | undefined
  /** Further fees to choose from, of which one may be the default instead. */
  cancellationFees?: readonly ListedFee[] | null | undefined
}

const none: Fee = { feeAmount: 0, feeWaived: false }

const termsOf = ({ total }: Booking, { cancellationFeeAmount }: CancelRules) => ({
  standard: cancellationFeeAmount ?? 0,
  total: total ?? 0,
})

/** The fees that may be chosen for a booking, the default one first. */
const feesFor = (booking: Booking, rules: CancelRules): PricedFee[] =>
  pricedFees(rules.cancellationFees ?? [], termsOf(booking, rules))

/** What the settings' default fee costs for a booking. */
const standardFee = (booking: Booking, rules: CancelRules): number =>
  defaultFee(rules.cancellationFees ?? [], termsOf(booking, rules))

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
  return rules.cancelFeeAutomatic && isLate ? standardFee(booking, rules) : 0
}

/** A fee that was decided, with its name where it is one of the settings'. */
export type NamedFee = Fee & { feeName: string | null }

const listedFee = (fees: readonly PricedFee[], listed: string): PricedFee => {
  const fee = fees.find(({ id }) => id === listed)
  if (fee) return fee
  const message = 'The settings no longer have this fee. Choose another one.'
  throw new DomainError('invalid-input', message, { field: 'fee' })
}

/**
 * The fee for cancelling, in minor units: what is due by the rule, of which the office and
 * fieldworkers may say otherwise as far as `decideFee` lets them, and customers may not.
 * @throws {DomainError} not-allowed, invalid-input
 */
export const cancellationFee = (
  actor: Actor,
  {
    booking,
    words,
    rules,
    now,
  }: { booking: Booking; words: Words; rules: CancelRules; now: number },
): NamedFee => {
  if (actor.kind === 'system') return { ...none, feeName: null }
  const due = dueFee(booking, rules, now)
  const fees = feesFor(booking, rules)
  const said = isCustomer(actor) ? undefined : words.fee
  const chosen = typeof said === 'object' && 'listed' in said ? listedFee(fees, said.listed) : null
  const asked = chosen ? { amount: chosen.amount } : (said as AskedFee)
  const standards = fees.map(({ amount }) => amount)
  const fee = decideFee(actor, { due, standards, asked })
  const ofSettings = fees.find(({ amount }) => amount === fee.feeAmount)
  return { ...fee, feeName: fee.feeAmount > 0 ? ((chosen ?? ofSettings)?.name ?? null) : null }
}

/**
 * The fee for a no-show, in minor units: the settings', unless whoever records it may say otherwise.
 * @throws {DomainError} not-allowed
 */
export const noShowFee = (
  actor: Actor,
  { fee: asked, rules }: { fee: AskedFee; rules: { noShowFeeAmount?: number | null | undefined } },
): number => {
  const due = rules.noShowFeeAmount ?? 0
  return decideFee(actor, { due, standards: [due], asked }).feeAmount
}

/** Not confirmed yet, further ahead than the notice, or the settings charge nothing. */
export type FreeReason = 'unconfirmed' | 'ahead' | 'settings'

/** Why cancelling costs nothing if nobody says anything; null where a fee is due. */
const whyFree = (booking: Booking, rules: CancelRules, now: number): FreeReason | null => {
  if (dueFee(booking, rules, now) > 0) return null
  if (!rules.cancelFeeAutomatic || standardFee(booking, rules) === 0) return 'settings'
  return booking.status === 'confirmed' ? 'ahead' : 'unconfirmed'
}

/** What cancelling would mean to an actor, before they do it. */
export type CancelTerms = {
  /** What it costs whoever has no choice, and what staff may charge. */
  feeAmount: number
  /** Whether the fee has to be paid if nobody says anything. */
  feeDue: boolean
  /** Why nothing is due; null where something is. */
  free: FreeReason | null
  /** The fees that staff may choose from, the default one first. */
  fees: PricedFee[]
  mayWaive: boolean
  /** Whether an amount may be charged that the settings do not have. */
  mayPrice: boolean
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
    : standardFee(booking, rules)
  return {
    feeAmount: isOpen ? feeAmount : 0,
    feeDue: isOpen && dueFee(booking, rules, now) > 0,
    free: whyFree(booking, rules, now),
    fees: isOpen && !isCustomer(actor) ? feesFor(booking, rules) : [],
    mayPrice: actor.permissions.has('price.edit'),
    mayWaive: actor.permissions.has('fee.waive'),
    reasonRequired: isReasonRequired(actor, rules),
    noticeHours: rules.cancelNoticeHours ?? null,
    freeUntil: last === null ? null : new Date(last).toISOString(),
  }
}
