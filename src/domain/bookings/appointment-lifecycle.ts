import { defineLifecycle } from '../lifecycle.ts'
import { bookingStates, type BookingState } from './booking-lifecycle.ts'

const cancel = {
  to: 'cancelled',
  who: ['system', 'booking.cancel', 'own.cancel'],
  requires: {
    othersRemain: 'It is the last visit; cancel the booking instead.',
    isNotBegun: 'The visit has begun; finish it instead.',
  },
  effects: ['release-time', 'withdraw-offers', 'delete-events', 'tell-fieldworkers'],
} as const

const moving = ['system', 'booking.reschedule', 'customer', 'own.reschedule'] as const
const isMoved = 'Rescheduling needs a new time; use its command.'
const isNotStarted = 'The visit is already under way.'

/** A visit's status: the booking's six values (DOMAIN §3 C1). */
export const appointmentLifecycle = defineLifecycle<BookingState>({
  name: 'visit',
  states: bookingStates,
  initial: ['pending', 'confirmed'],
  table: {
    pending: {
      confirm: {
        to: 'confirmed',
        who: ['system'],
        requires: { isReady: 'An answer or an approval is still open.' },
        effects: ['push-events', 'tell-fieldworkers'],
      },
      retime: {
        to: 'pending',
        who: moving,
        requires: { isLive: 'The booking has ended.', isMoved, isNotStarted },
        effects: ['hold-time', 'send-offer', 'tell-customer', 'tell-fieldworkers'],
      },
      // With its booking, which was confirmed before its last answer was in.
      reschedule: { to: 'rescheduled', who: ['system'], requires: { isMoved } },
      cancel,
    },
    confirmed: {
      complete: {
        to: 'completed',
        who: ['system', 'booking.complete', 'appointment.progress', 'own.complete'],
        requires: {
          hasStarted: 'The visit has not started yet.',
          isDutyDone: 'Duties of the visit are still open.',
        },
      },
      cancel,
      'no-show': {
        to: 'no_show',
        who: ['system', 'booking.no-show', 'own.no-show'],
        requires: { hasStarted: 'The visit has not started yet.' },
      },
      reschedule: {
        to: 'rescheduled',
        who: moving,
        requires: {
          isMoved,
          isNotStarted,
          isOneOfMany: 'It is the only visit; reschedule the booking instead.',
        },
        effects: ['hold-time', 'withdraw-offers', 'delete-events', 'push-events', 'tell-customer'],
      },
    },
    completed: {},
    cancelled: {},
    no_show: {},
    rescheduled: {},
  },
})
