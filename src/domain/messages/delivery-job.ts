import { accountMails, type DeliveryRow, type MessageEvent } from './events.ts'

/** Where a delivery stands in the queue: the higher goes first. */
export const priorities = { account: 3, customer: 2, people: 1, bulk: 0 } as const

type Queued = Pick<
  DeliveryRow,
  'channel' | 'event' | 'recipient' | 'recipientKind' | 'subjectId'
> & {
  id: string
  booking: string | null
}

/** What comes in great numbers, or what nobody is waiting for. */
const bulkEvents: ReadonlySet<MessageEvent> = new Set([
  ...(['booking-clock-kept', 'booking-overdue', 'calendar-event', 'customer-waits'] as const),
  ...(['offer-escalated', 'series-booked', 'series-ended', 'series-moved'] as const),
  ...(['series-visits', 'visit-unanswered'] as const),
])

/** Somebody waits in front of a sign-in form; a customer for a confirmation; a calendar for nothing. */
export const priorityOf = ({ channel, event, recipientKind }: Omit<Queued, 'id'>): number => {
  if (accountMails.some((mail) => mail === event)) return priorities.account
  if (channel === 'calendar' || bulkEvents.has(event)) return priorities.bulk
  return recipientKind === 'customer' ? priorities.customer : priorities.people
}

/** Deliveries of the same key leave one after another: what one person hears of one booking. */
export const orderKeyOf = ({ id, booking, channel, recipient, subjectId }: Queued): string => {
  if (channel === 'calendar') return `${subjectId}:${recipient}`
  return booking ? `${booking}:${recipient}` : id
}
