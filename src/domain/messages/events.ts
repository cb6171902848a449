/** What somebody is told, or what a calendar is made to show. */
export type MessageEvent =
  | (typeof accountMails)[number]
  | 'accepted-on-behalf'
  | 'booking-acknowledged'
  | 'booking-cancelled'
  | 'booking-changed'
  | 'booking-clock-kept'
  | 'booking-confirmed'
  | 'booking-no-show'
  | 'booking-retimed'
  | 'calendar-event'
  | 'booking-overdue'
  | 'customer-waits'
  | 'declined-on-behalf'
  | 'email-changed'
  | 'offer-declined'
  | 'offer-escalated'
  | 'offer-reminded'
  | 'offer-withdrawn'
  | 'series-booked'
  | 'series-ended'
  | 'series-moved'
  | 'series-visits'
  | 'visit-assigned'
  | 'visit-cancelled'
  | 'visit-offered'
  | 'visit-retimed'
  | 'visit-unanswered'

/** Mail with a link that lets its reader into an account. */
export const accountMails = ['invitation', 'password-reset', 'sign-in-link'] as const

export type RecipientKind = 'account' | 'calendar' | 'customer' | 'fieldworker' | 'staff'

export type DeliveryChannel = 'calendar' | 'email' | 'push' | 'sms'

/** A row of the ledger as it is queued: ids and an event; what to say is read when it is sent. */
export type DeliveryRow = {
  /** The same key twice is one effect. */
  key: string
  channel: DeliveryChannel
  event: MessageEvent
  subjectType: 'appointments' | 'assignment-offers' | 'bookings' | 'customers' | 'users'
  subjectId: string
  booking?: string | null
  recipientKind: RecipientKind
  /** Id of the customer, fieldworker or user. */
  recipient: string
  /** ISO instant before which nothing is sent. */
  notBefore?: string | null
  /** Ids of the visits that it is about, where it is about some of the booking's. */
  visits?: string[]
  /** Why it is only written down and never sent. */
  withheld?: string
}

/** An entry in somebody's in-app list. */
export type NotificationRow = {
  user?: string
  customer?: string
  event: string
  title: string
  body: string
  href: string
  booking?: string | null
}
