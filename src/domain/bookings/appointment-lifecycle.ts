import { defineLifecycle } from '../lifecycle.ts'
import type { BookingEffect } from '../messages/effect-facts.ts'
import { bookingStates, type BookingState } from './booking-lifecycle.ts'

const cancel = {
  to: 'cancelled',
  who: ['system', 'booking.cancel', 'own.cancel'],
  requires: {
    othersRemain: 'It is the last visit; cancel the booking instead.',
    isNotBegun: 'The visit has begun; finish it instead.',
  },
  asks: {
    reasonToCancel: {
      code: 'invalid-input',
      message: 'Say why the visit is cancelled.',
      status: 422,
      field: 'reason',
    },
  },
  effects: ['visit-cancelled'],
} as const

const moving = ['system', 'booking.reschedule', 'customer', 'own.reschedule'] as const
const asks = { time: 'Rescheduling needs a new time; use its command.' }
const isNotStarted = 'The visit is already under way.'
const isOver = 'This visit has ended, so it cannot be moved.'
const ended = { reschedule: isOver, retime: isOver }
const isMoveOpen = 'This visit can no longer be moved online. Please call us.'

/** A visit's status: the booking's six values. Moves are announced as a whole. */
export const appointmentLifecycle = defineLifecycle<BookingState, BookingEffect>({
  name: 'visit',
  states: bookingStates,
  initial: ['pending', 'confirmed'],
  table: {
    pending: {
      confirm: {
        to: 'confirmed',
        who: ['system'],
        requires: { isReady: 'An answer or an approval is still open.' },
        effects: ['visit-changed'],
      },
      retime: {
        to: 'pending',
        who: moving,
        requires: { isLive: 'The booking has ended.', isNotStarted, isMoveOpen },
        asks,
      },
      // With its booking, which was confirmed before its last answer was in.
      'follow-reschedule': { to: 'rescheduled', who: ['system'] },
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
        effects: ['visit-changed'],
      },
      cancel,
      'no-show': {
        to: 'no_show',
        who: ['system', 'booking.no-show', 'own.no-show'],
        requires: { hasStarted: 'The visit has not started yet.' },
        effects: ['visit-changed'],
      },
      reschedule: {
        to: 'rescheduled',
        who: moving,
        requires: {
          isNotStarted,
          isOneOfMany: 'It is the only visit; reschedule the booking instead.',
          isMoveOpen,
        },
        asks,
      },
    },
    completed: {},
    cancelled: {},
    no_show: {},
    rescheduled: {},
  },
  absent: {
    pending: { reschedule: 'This visit is still pending. Use "Change time", not "Reschedule".' },
    confirmed: { retime: 'This visit is confirmed. Use "Reschedule", not "Change time".' },
    completed: ended,
    cancelled: ended,
    no_show: ended,
    rescheduled: ended,
  },
})
