import { defineLifecycle, type Transition } from '../lifecycle.ts'
import type { BookingEffect } from '../messages/effect-facts.ts'

export const acceptanceStates = [
  'unassigned',
  'pending',
  'accepted',
  'declined',
  'not_required',
] as const

export type AcceptanceState = (typeof acceptanceStates)[number]

type Row = Transition<AcceptanceState, BookingEffect>

const open = {
  isLive: 'The booking has ended.',
  isActive: 'The visit has ended.',
  isNotStarted: 'The visit is already under way.',
}
/** Where several were asked, whoever answers for one of them says for whom. */
const asks = {
  person: {
    code: 'invalid-input' as const,
    message: 'Several people were asked. Say for whom you answer.',
    status: 422,
    field: 'onBehalfOf',
  },
}
const answering = ['fieldworker', 'appointment.respond-on-behalf'] as const
const assigning = ['system', 'booking.assign'] as const

const direct: Row = {
  to: 'not_required',
  who: assigning,
  requires: open,
  effects: ['visit-assigned'],
}
const ask: Row = {
  to: 'pending',
  who: assigning,
  requires: open,
  effects: ['visit-offered'],
}
const unassign: Row = {
  to: 'unassigned',
  who: assigning,
  requires: open,
  effects: ['visit-changed'],
}
const accept: Row = {
  to: 'accepted',
  who: answering,
  requires: { ...open, isOffered: 'This offer is no longer open.' },
  asks,
  effects: ['visit-accepted'],
}
const override: Row = {
  to: 'accepted',
  who: ['appointment.respond-on-behalf'],
  requires: { ...open, isFree: 'The visit has been assigned to someone else.' },
  asks,
  effects: ['visit-accepted'],
}
const decline: Row = {
  to: 'declined',
  who: answering,
  requires: open,
  asks,
  effects: ['visit-declined'],
}
const withdraw: Row = {
  to: 'declined',
  who: ['appointment.respond-on-behalf', 'own.decline-after-accept'],
  requires: open,
  asks,
  effects: ['visit-declined'],
}
const pend: Row = {
  to: 'pending',
  who: ['appointment.respond-on-behalf'],
  requires: open,
  asks,
  effects: ['visit-offered'],
}

/** Whether the assigned person has agreed. */
export const acceptanceLifecycle = defineLifecycle<AcceptanceState, BookingEffect>({
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
