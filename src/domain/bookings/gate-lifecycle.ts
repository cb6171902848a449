import { defineLifecycle } from '../lifecycle.ts'

export const approvalStates = ['not_required', 'open', 'passed', 'rejected'] as const
export type ApprovalState = (typeof approvalStates)[number]

export const customerGateStates = ['not_required', 'open', 'passed', 'declined', 'expired'] as const
export type CustomerGateState = (typeof customerGateStates)[number]

const isPending = { isPending: 'The booking is no longer pending.' }

/** The office's approval of a booking (DOMAIN §3 B, "Gates"). */
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
        requires: { ...isPending, isSaidWhy: 'Say why the booking is rejected.' },
      },
      close: { to: 'passed', who: ['system', 'booking.confirm'], requires: { isConfirming: '' } },
    },
    rejected: {
      reopen: { to: 'open', who: ['system', 'booking.edit'], requires: isPending },
      approve: { to: 'passed', who: ['system', 'booking.approve'], requires: isPending },
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
    },
    passed: {},
    declined: {},
    expired: {},
  },
})
