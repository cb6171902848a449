import type { MessageEvent } from '../../domain/messages/events.ts'

const words: Record<MessageEvent, string> = {
  'accepted-on-behalf': 'Accepted by the office',
  'booking-acknowledged': 'Booking received',
  'booking-cancelled': 'Cancellation',
  'booking-changed': 'Booking changed',
  'booking-clock-kept': 'New clock rules',
  'booking-confirmed': 'Confirmation',
  'booking-no-show': 'No-show',
  'booking-overdue': 'Visit about to begin unconfirmed',
  'booking-retimed': 'New time',
  'calendar-event': 'Calendar entry',
  'customer-waits': 'Customer is waiting',
  'declined-on-behalf': 'Declined by the office',
  'email-changed': 'Email changed',
  invitation: 'Invitation',
  'offer-declined': 'Offer declined',
  'offer-escalated': 'Offer not answered in time',
  'offer-reminded': 'Job offer reminder',
  'offer-withdrawn': 'Offer withdrawn',
  'password-reset': 'Password reset',
  'series-booked': 'Repeating visits booked',
  'series-ended': 'Repeating visits ended',
  'series-moved': 'Repeating visits moved',
  'series-visits': 'Repeating visits',
  'sign-in-link': 'Sign-in link',
  'visit-assigned': 'New visit',
  'visit-cancelled': 'Visit cancelled',
  'visit-offered': 'Job offer',
  'visit-retimed': 'Visit moved',
  'visit-unanswered': 'Visit that no one took',
}

const listed: Record<string, string> = words

/** What a message is about, as the office calls it. */
export const messageWord = (event: string): string => listed[event] ?? event.replaceAll('-', ' ')

const states: Record<string, string> = {
  pending: 'Waiting to be sent',
  sending: 'Being sent',
  sent: 'Sent',
  cancelled: 'Not sent',
  dead: 'Not delivered',
  failed: 'Failed, will be tried again',
  unknown: 'May not have arrived',
}

/** How far a message has come. */
export const stateWord = (state: string): string => states[state] ?? state

/** Whether a message did not get through, so that it can be sent once more. */
export const isStuck = (state: string): boolean => ['dead', 'failed', 'unknown'].includes(state)
