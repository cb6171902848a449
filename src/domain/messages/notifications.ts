/**
 * What the entries of the in-app lists say. A mail's text stands in the template of its event
 * (`templates.ts`, `answer-templates.ts`, `account-templates.ts`).
 */

/** Titles of entries for fieldworkers, by event. */
export const fieldworkerTitles = {
  'accepted-on-behalf': 'The office accepted a visit for you',
  'declined-on-behalf': 'The office declined a visit for you',
  'offer-expired': 'An offer has expired',
  'offer-reminded': 'Still waiting for your answer',
  'offer-withdrawn': 'This job is no longer assigned to you',
  'series-offered': 'Repeating job offer',
  'series-visits': 'Repeating visits for you',
  'visit-assigned': 'New visit for you',
  'visit-cancelled': 'A visit was cancelled',
  'visit-offered': 'New job offer',
  'visit-retimed': 'A visit moved to another time',
} as const

export type FieldworkerTitle = keyof typeof fieldworkerTitles

/** Titles of entries for the office, by event; `number` is the booking's. */
export const officeTitles = {
  'booking-cancelled': (number: string) => `Booking cancelled: ${number}`,
  'booking-confirmed': (number: string) => `Booking confirmed: ${number}`,
  'booking-moved': (number: string) => `Booking moved: ${number}`,
  'booking-overdue': (number: string) => `Starts soon, not confirmed: ${number}`,
  'booking-pending': (number: string) => `New booking to handle: ${number}`,
  'clocks-followed': (zone: string) => `The clocks of ${zone} have new rules`,
  'offer-declined': (number: string, person: string) => `${person} declined ${number}`,
  'offer-escalated': (number: string) => `No reply yet: ${number}`,
  'series-booked': (number: string) => `Repeating visits booked: ${number}`,
  'series-ended': (number: string) => `Repeating visits ended: ${number}`,
  'series-moved': (number: string) => `Repeating visits moved: ${number}`,
  'visit-accepted': (number: string) => `Accepted: ${number}`,
  'visit-clock-changed': (number: string, zone: string) =>
    `The clocks of ${zone} have new rules: ${number}`,
  'visit-conflict': (number: string, person: string) => `${person} is away: ${number}`,
  'visit-unanswered': (number: string) => `Not accepted: ${number}`,
} as const
