import { z } from 'zod'

export const outboxStates = [
  'pending',
  'sending',
  'sent',
  'failed',
  'dead',
  'cancelled',
  'unknown',
] as const

/** What `GET /app/outbox` may be asked. */
export const outboxQuery = z.strictObject({
  channel: z.enum(['email', 'sms', 'calendar', 'push']).optional(),
  state: z.enum(outboxStates).optional(),
  /** Part of an address, a subject, a booking number or an event's name. */
  q: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** One effect of the ledger; `subject` is known once a local integration kept the message. */
export type OutboxEntry = {
  id: string
  channel: string
  event: string
  to: string | null
  subject: string | null
  state: (typeof outboxStates)[number]
  attempts: number
  error: string | null
  provider: string | null
  booking: string | null
  at: string
  sentAt: string | null
  notBefore: string | null
}

export type OutboxMessage = OutboxEntry & {
  from: string | null
  html: string | null
  text: string | null
  attachments: { filename: string; contentType: string; content: string }[]
}

export type OutboxList = {
  messages: OutboxEntry[]
  /** Rows of the ledger per state; states without rows are absent. */
  counts: Partial<Record<OutboxEntry['state'], number>>
  page: number
  totalPages: number
}
