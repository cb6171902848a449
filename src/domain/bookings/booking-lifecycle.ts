import { defineLifecycle } from '../lifecycle.ts'
import type { BookingEffect } from '../messages/effect-facts.ts'

export const bookingStates = [
  'pending',
  'confirmed',
  'completed',
  'cancelled',
  'no_show',
  'rescheduled',
] as const

export type BookingState = (typeof bookingStates)[number]

const isRestored = 'The booking is deleted; restore it first.'

const cancel = {
  to: 'cancelled',
  who: ['system', 'booking.cancel', 'customer', 'own.cancel'],
  requires: {
    isRestored,
    isCancellationOpen: {
      code: 'feature-off',
      message: 'Bookings cannot be cancelled online. Please call us.',
      status: 403,
    },
  },
  asks: {
    reasonToCancel: {
      code: 'invalid-input',
      message: 'Say why the booking is cancelled.',
      status: 422,
      field: 'reason',
    },
  },
  effects: ['booking-cancelled'],
} as const

/** Moves are announced visit by visit, so the table names no effect of theirs. */
const move = {
  who: ['system', 'booking.reschedule', 'customer', 'own.reschedule'],
  requires: {
    isRestored,
    isUntouched: 'A visit is done or under way; move the other visits one by one.',
    isAllTheirs: 'Others have visits in this booking too; ask the office to move it.',
    isMovable: 'The booking has no visit that could be moved.',
    isMoveOpen: 'This booking can no longer be moved online. Please call us.',
  },
  asks: { time: 'Rescheduling needs a new time; use its command.' },
} as const

const isOver = 'This booking has ended, so it cannot be moved.'
const ended = {
  cancel: 'This booking has ended, so there is nothing to cancel.',
  reschedule: isOver,
  retime: isOver,
}

/** The booking's six statuses; the last four are final. */
export const bookingLifecycle = defineLifecycle<BookingState, BookingEffect>({
  name: 'booking',
  states: bookingStates,
  initial: ['pending', 'confirmed'],
  table: {
    pending: {
      confirm: {
        to: 'confirmed',
        who: ['system', 'booking.confirm'],
        requires: { isRestored },
        asks: {
          reasonToConfirm: {
            code: 'invalid-input',
            message: 'Give a reason: approval, customer confirmation or deposit is still open.',
            status: 422,
            field: 'reason',
          },
        },
        effects: ['booking-confirmed', 'visit-assigned'],
      },
      retime: { ...move, to: 'pending' },
      cancel,
    },
    confirmed: {
      complete: {
        to: 'completed',
        who: ['system', 'booking.complete', 'own.complete'],
        requires: {
          isRestored,
          isDutyDone: 'Duties of a visit are still open.',
          isWorkOver: 'A visit is still in the future.',
        },
      },
      cancel,
      'no-show': {
        to: 'no_show',
        who: ['system', 'booking.no-show', 'own.no-show'],
        requires: {
          isRestored,
          hasStarted: 'No visit has started yet.',
          isOnlyVisit: 'Another visit is still ahead; mark the one visit instead.',
        },
        effects: ['booking-no-show'],
      },
      reschedule: { ...move, to: 'rescheduled' },
    },
    completed: {},
    cancelled: {},
    no_show: {},
    rescheduled: {},
  },
  absent: {
    pending: {
      reschedule: 'This booking is still pending. Use "Change time", not "Reschedule".',
    },
    confirmed: { retime: 'This booking is confirmed. Use "Reschedule", not "Change time".' },
    completed: ended,
    cancelled: ended,
    no_show: ended,
    rescheduled: ended,
  },
})
