import { defineLifecycle, type Transition } from '../lifecycle.ts'

export const acceptanceStates = [
  'unassigned',
  'pending',
  'accepted',
  'declined',
  'not_required',
] as const

export type AcceptanceState = (typeof acceptanceStates)[number]

type Row = Transition<AcceptanceState>

const open = {
  isLive: 'The booking has ended.',
  isActive: 'The visit has ended.',
  isNotStarted: 'The visit is already under way.',
}
const answering = ['fieldworker', 'appointment.respond-on-behalf'] as const
const assigning = ['system', 'booking.assign'] as const

const direct: Row = { to: 'not_required', who: assigning, requires: open, effects: ['hold-time'] }
const ask: Row = {
  to: 'pending',
  who: assigning,
  requires: open,
  effects: ['hold-time', 'send-offer', 'tell-fieldworkers'],
}
const unassign: Row = {
  to: 'unassigned',
  who: assigning,
  requires: open,
  effects: ['release-time', 'withdraw-offers', 'tell-fieldworkers'],
}
const accept: Row = {
  to: 'accepted',
  who: answering,
  requires: { ...open, isOffered: 'This offer is no longer open.' },
  effects: ['hold-time', 'supersede-offers', 'tell-fieldworkers'],
}
const override: Row = {
  to: 'accepted',
  who: ['appointment.respond-on-behalf'],
  requires: { ...open, isFree: 'The visit has been given to somebody else.' },
  effects: ['hold-time', 'send-offer'],
}
const decline: Row = {
  to: 'declined',
  who: answering,
  requires: open,
  effects: ['release-time', 'delete-events', 'tell-dispatch'],
}
const withdraw: Row = {
  to: 'declined',
  who: ['appointment.respond-on-behalf', 'own.decline-after-accept'],
  requires: open,
  effects: ['release-time', 'delete-events', 'tell-dispatch'],
}
const pend: Row = {
  to: 'pending',
  who: ['appointment.respond-on-behalf'],
  requires: open,
  effects: ['hold-time', 'send-offer', 'tell-fieldworkers'],
}

/** Whether the assigned person has agreed (Seed 001; DOMAIN §3 C2). */
export const acceptanceLifecycle = defineLifecycle<AcceptanceState>({
  name: 'visit',
  states: acceptanceStates,
  initial: ['unassigned', 'pending', 'not_required'],
  table: {
    unassigned: { assign: direct, ask, unassign },
    pending: {
      assign: direct,
      ask,
      unassign,
      accept,
      decline,
      expire: { ...unassign, who: ['system'] },
    },
    accepted: { assign: direct, ask, unassign, decline: withdraw, pend },
    not_required: { assign: direct, ask, unassign, decline: withdraw, pend },
    declined: { assign: direct, ask, unassign, accept: override, pend },
  },
})
