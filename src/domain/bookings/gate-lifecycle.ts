import { defineLifecycle } from '../lifecycle.ts'

export const approvalStates = ['not_required', 'open', 'passed', 'rejected'] as const
export type ApprovalState = (typeof approvalStates)[number]

export const customerGateStates = ['not_required', 'open', 'passed', 'declined', 'expired'] as const
export type CustomerGateState = (typeof customerGateStates)[number]

export const depositGateStates = ['not_required', 'open', 'passed', 'expired'] as const
export type DepositGateState = (typeof depositGateStates)[number]

const isPending = {
  isRestored: 'The booking is deleted; restore it first.',
  isPending: 'The booking is no longer pending.',
}

const reason = {
  code: 'invalid-input' as const,
  message: 'Say why the booking is rejected.',
  status: 422,
  field: 'reason',
}

/** Confirming the booking by hand closes whatever is open. */
const close = { to: 'passed', who: ['system'] } as const

/** The office's approval of a booking. */
export const approvalLifecycle = defineLifecycle<ApprovalState>({
  name: 'approval',
  states: approvalStates,
  initial: ['not_required', 'open'],
  table: {
    not_required: {},
    open: {
      approve: { to: 'passed', who: ['system', 'booking.approve'], requires: isPending },
      reject: {
        to: 'rejected',
        who: ['booking.approve'],
        requires: isPending,
        asks: { reason },
      },
      close,
    },
    rejected: {
      reopen: { to: 'open', who: ['system', 'booking.edit'], requires: isPending },
      approve: { to: 'passed', who: ['system', 'booking.approve'], requires: isPending },
      close,
    },
    passed: {},
  },
})

/** The customer's own confirmation of what the office arranged. */
export const customerGateLifecycle = defineLifecycle<CustomerGateState>({
  name: 'confirmation',
  states: customerGateStates,
  initial: ['not_required', 'open'],
  table: {
    not_required: {},
    open: {
      pass: { to: 'passed', who: ['system', 'customer', 'booking.confirm'], requires: isPending },
      decline: { to: 'declined', who: ['customer'], requires: isPending },
      expire: { to: 'expired', who: ['system'], requires: isPending },
      close,
    },
    passed: {},
    declined: {},
    expired: {},
  },
})

/** The deposit of a booking; it follows from payments. */
export const depositGateLifecycle = defineLifecycle<DepositGateState>({
  name: 'deposit',
  states: depositGateStates,
  initial: ['not_required', 'open'],
  table: {
    not_required: {},
    open: {
      pay: { to: 'passed', who: ['system'], requires: isPending },
      expire: { to: 'expired', who: ['system'], requires: isPending },
      close,
    },
    passed: {},
    expired: {},
  },
})
