export type MessageVisit = {
  service: string
  /** ISO instants. */
  start: string
  end: string
  /** IANA zone of the job site. */
  timezone: string
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
    total: { amount: number; currency: string } | null
    fee: { amount: number; currency: string } | null
    reason: string | null
    notes: string | null
  } | null
  offer: { respondBy: string | null; message: string | null; reason: string | null } | null
  /** Absolute addresses; absent ones are not offered. */
  links: { view?: string; cancel?: string; open?: string }
  /** ISO instant at which the link to enter stops working. */
  linkExpiresAt: string | null
}
