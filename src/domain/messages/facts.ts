/** ISO instants, and the IANA zone of the job site. */
export type MessageSpan = { start: string; end: string; timezone: string }

export type MessageVisit = MessageSpan & {
  service: string
  place: string
  fieldworker: string | null
}

/** Everything a template may say, read when the message is sent. */
export type MessageFacts = {
  company: {
    name: string
    phone: string | null
    email: string | null
    locale: string
    /** IANA zone for moments that belong to no job site. */
    timezone: string
  }
  /** Name of whoever reads it. */
  recipient: string
  booking: {
    number: string
    customer: string
    visits: MessageVisit[]
    /** Visits that the message says are cancelled, while others of the booking stay. */
    cancelled: MessageVisit[]
    total: { amount: number; currency: string } | null
    fee: { amount: number; currency: string } | null
    /** What the customer and the office wrote to each other about a cancellation. */
    comment: string | null
    notes: string | null
    /** Where it repeats: the rule in words, and every occurrence that is ahead. */
    series: { summary: string; occurrences: MessageSpan[] } | null
  } | null
  offer: { respondBy: string | null; message: string | null; reason: string | null } | null
  /** Absolute addresses; absent ones are not offered. */
  links: { view?: string; reschedule?: string; cancel?: string; open?: string; other?: string }
  /** ISO instant at which the link to enter stops working. */
  linkExpiresAt: string | null
}
