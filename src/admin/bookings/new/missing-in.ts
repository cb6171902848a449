import type { BookingDraft, ServiceChoice } from './booking-draft.ts'

/** What a booking by phone still needs before it can be sent, in words. */
export const missingIn = (
  { customer, start }: BookingDraft,
  service: ServiceChoice | undefined,
): string[] => [
  ...(service ? [] : ['the service']),
  ...(customer.id || customer.name ? [] : ['the customer']),
  ...(start ? [] : ['the time']),
]
