import { z } from 'zod'
import { money } from './shapes.ts'

const text = z.string().nullable().default(null)

export const bookingSummary = z.object({
  id: z.string(),
  number: z.coerce.string(),
  status: z.string(),
  startsAt: text,
  endsAt: text,
  timezone: z.string(),
  services: z.array(z.string()),
  place: text,
  awaiting: z.array(z.string()).default([]),
  progress: z.string().default('not_started'),
  fieldworkers: z.array(z.string()).default([]),
})
export type BookingSummary = z.infer<typeof bookingSummary>

export const booking = bookingSummary.extend({
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.number().default(1),
      total: money.nullable().default(null),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.string(),
      service: z.string(),
      start: z.string(),
      end: z.string(),
      timezone: z.string(),
      status: z.string(),
      progress: z.string().default('not_started'),
      fieldworker: text,
      place: text,
    }),
  ),
  totals: z.object({ subtotal: money, tax: money, total: money }).nullable().default(null),
  notes: text,
  cancellation: z
    .object({ comment: text, at: text, by: text, fee: money.nullable().default(null) })
    .nullable()
    .default(null),
  cancel: z.object({
    allowed: z.boolean(),
    reason: text,
    noticeHours: z.number().nullable().default(null),
    fee: money.nullable().default(null),
    freeUntil: text,
  }),
})
export type Booking = z.infer<typeof booking>

export const mailedLink = z.object({
  purpose: z.string(),
  booking: booking.nullable().default(null),
  email: text,
})
export type MailedLink = z.infer<typeof mailedLink>
