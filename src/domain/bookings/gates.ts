import { decide } from '../lifecycle.ts'
import {
  type ApprovalState,
  approvalLifecycle,
  type CustomerGateState,
  customerGateLifecycle,
  type DepositGateState,
  depositGateLifecycle,
} from './gate-lifecycle.ts'
import { awaitsApproval, isHeld, isLive } from './states.ts'

export type GateState = 'declined' | 'expired' | 'not_required' | 'open' | 'passed' | 'rejected'

export type Gates = { approval: GateState; customer: GateState; deposit: GateState }

type GateVisit = {
  status: string
  acceptance: string
  method?: string | null | undefined
}

/** The gates of a new booking: approval alone, until customers confirm and pay deposits. */
export const openingGates = (facts: { requiresApproval: boolean }): Gates => ({
  approval: facts.requiresApproval ? 'open' : 'not_required',
  customer: 'not_required',
  deposit: 'not_required',
})

/** Whether every gate but the fieldworkers' answers is closed. */
export const isOpenToAnswers = (gates: Partial<Record<keyof Gates, string | null>>): boolean =>
  [gates.approval, gates.customer, gates.deposit].every(
    (gate) => !gate || gate === 'not_required' || gate === 'passed',
  )

/** Whether a visit's own answer is given, or none is asked. */
export const isAnswered = ({ acceptance, method }: GateVisit): boolean =>
  acceptance === 'accepted' ||
  acceptance === 'not_required' ||
  (acceptance === 'unassigned' && (!method || method === 'direct'))

/** Whether the last gate has closed, so that a pending booking confirms itself. */
export const isReadyToConfirm = (
  gates: Partial<Record<keyof Gates, string | null>>,
  visits: readonly GateVisit[],
): boolean => isOpenToAnswers(gates) && visits.filter(isLive).every(isAnswered)

/** Whether a visit is as firm as can be: with its booking, or once only others' answers are open. */
export const isVisitReady = (
  booking: { status?: string | null; gates?: Partial<Record<keyof Gates, string | null>> | null },
  visit: { acceptance?: string | null | undefined },
): boolean =>
  booking.status === 'confirmed' || (isOpenToAnswers(booking.gates ?? {}) && isHeld(visit))

type StoredGates = {
  approval?: ApprovalState | null | undefined
  customer?: CustomerGateState | null | undefined
  deposit?: DepositGateState | null | undefined
}

const rules = { kind: 'system', permissions: new Set<string>() }

/** The gates of a booking that is confirmed by hand: what its tables can close is closed. */
export const closedGates = ({ approval, customer, deposit }: StoredGates): StoredGates => {
  const by = { event: 'close', actor: rules } as const
  return {
    approval: awaitsApproval({ approval })
      ? decide({ lifecycle: approvalLifecycle, from: approval ?? 'open', ...by }).to
      : approval,
    customer:
      customer === 'open'
        ? decide({ lifecycle: customerGateLifecycle, from: customer, ...by }).to
        : customer,
    deposit:
      deposit === 'open'
        ? decide({ lifecycle: depositGateLifecycle, from: deposit, ...by }).to
        : deposit,
  }
}

/**
 * Whether confirming by hand overrules somebody and needs a reason: an approval that the actor may
 * not give, or a customer or a deposit that is waited for.
 */
export const isOverruled = (
  gates: StoredGates,
  { permissions }: { permissions: ReadonlySet<string> },
): boolean =>
  (awaitsApproval(gates) && !permissions.has('booking.approve')) ||
  gates.customer === 'open' ||
  gates.deposit === 'open'
