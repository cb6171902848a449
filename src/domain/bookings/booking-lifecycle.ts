import { defineLifecycle } from '../lifecycle.ts'

export const bookingStates = [
  'pending',
  'confirmed',
  'completed',
  'cancelled',
  'no_show',
  'rescheduled',
] as const

export type BookingState = (typeof bookingStates)[number]

const cancel = {
  to: 'cancelled',
  who: ['system', 'booking.cancel', 'customer', 'own.cancel'],
  requires: {
    isSaidWhy: 'Say why the booking is cancelled.',
    isCancellationOpen: 'This booking can no longer be cancelled online. Please call us.',
  },
  effects: [
    'release-time',
    'withdraw-offers',
    'delete-events',
    'tell-customer',
    'tell-fieldworkers',
  ],
} as const

const move = {
  who: ['system', 'booking.reschedule', 'customer', 'own.reschedule'],
  requires: {
    isMoved: 'Rescheduling needs a new time; use its command.',
    isUntouched: 'A visit is done or under way; move the other visits one by one.',
    isAllTheirs: 'Others have visits in this booking too; ask the office to move it.',
  },
} as const

/** The booking's six statuses; the last four are final (Seed 003; ST-03, ST-04). */
export const bookingLifecycle = defineLifecycle<BookingState>({
  name: 'booking',
  states: bookingStates,
  initial: ['pending', 'confirmed'],
  table: {
    pending: {
      confirm: {
        to: 'confirmed',
        who: ['system', 'booking.confirm'],
        effects: ['push-events', 'tell-customer', 'tell-fieldworkers'],
      },
      retime: {
        ...move,
        to: 'pending',
        effects: ['hold-time', 'send-offer', 'tell-customer', 'tell-fieldworkers'],
      },
      cancel,
    },
    confirmed: {
      complete: {
        to: 'completed',
        who: ['system', 'booking.complete', 'own.complete'],
        requires: {
          isDutyDone: 'Duties of a visit are still open.',
          isWorkOver: 'A visit is still in the future.',
        },
      },
      cancel,
      'no-show': {
        to: 'no_show',
        who: ['system', 'booking.no-show', 'own.no-show'],
        requires: {
          hasStarted: 'No visit has started yet.',
          isOnlyVisit: 'Another visit is still ahead; mark the one visit instead.',
        },
        effects: ['tell-customer'],
      },
      reschedule: {
        ...move,
        to: 'rescheduled',
        effects: [
          'hold-time',
          'withdraw-offers',
          'delete-events',
          'push-events',
          'tell-customer',
          'tell-fieldworkers',
        ],
      },
    },
    completed: {},
    cancelled: {},
    no_show: {},
    rescheduled: {},
  },
})
