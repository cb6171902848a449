import { z } from 'zod'
import { visitInstant } from './bookings.ts'
import { localDate } from '../scheduling/place-query.ts'

const text = z.string().nullable()
const money = z.object({ amount: z.number().int(), currency: z.string().length(3) })

/** One booking in a list, from its first visit to its last; `awaiting` names what a pending one waits for. */
export const bookingSummarySchema = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  startsAt: text,
  endsAt: text,
  /** The first visit that is not over; null where all are. */
  next: z.object({ start: z.string(), end: z.string() }).nullable(),
  timezone: z.string(),
  services: z.array(z.string()),
  place: text,
  awaiting: z.array(z.enum(['approval', 'fieldworker', 'customer', 'deposit', 'office'])),
  progress: z.string(),
  fieldworkers: z.array(z.string()),
})
export type BookingSummary = z.infer<typeof bookingSummarySchema>

/** One booking as its customer sees it; `cancel.reason` says in words why it cannot be cancelled. */
export const bookingViewSchema = bookingSummarySchema.extend({
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.number(),
      total: money.nullable(),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.string(),
      /** The first visit of the chain of moves, itself where it never moved; names it in calendars. */
      origin: z.string(),
      /** How often its event in calendars has changed. */
      sequence: z.number().int(),
      service: z.string(),
      start: z.string(),
      end: z.string(),
      timezone: z.string(),
      status: z.string(),
      progress: z.string(),
      fieldworker: text,
      place: text,
    }),
  ),
  totals: z.object({ subtotal: money, tax: money, total: money }).nullable(),
  notes: text,
  cancellation: z.object({ comment: text, at: text, fee: money.nullable() }).nullable(),
  cancel: z.object({
    allowed: z.boolean(),
    reason: text,
    noticeHours: z.number().nullable(),
    fee: money.nullable(),
    freeUntil: text,
  }),
  /** Whether the customer may move it; `reason` says why not, where that is to be said. */
  reschedule: z.object({
    allowed: z.boolean(),
    reason: text,
    noticeHours: z.number().nullable(),
  }),
  /** Whether the customer may repeat it; `summary` is the rule of the series that it belongs to. */
  repeat: z.object({ allowed: z.boolean(), reason: text, summary: text }),
})
export type BookingView = z.infer<typeof bookingViewSchema>

/** `GET /app/links/:token`: what a link in a message shows. */
export const linkAnswerSchema = z.object({
  purpose: z.string(),
  booking: bookingViewSchema.nullable(),
  email: text,
})

/** `POST /app/links/:token/reschedule`. */
export const moveByLinkSchema = z.strictObject({
  start: visitInstant,
  comment: z.string().trim().max(2000).optional(),
  /** A hold of this start, whose time the booking takes over. */
  hold: z.uuid().optional(),
})

/** `POST …/holds` of a booking that is to move: keeps a start while its customer decides. */
export const ownHoldSchema = z.strictObject({ start: visitInstant, hold: z.uuid().optional() })
export type OwnHold = z.infer<typeof ownHoldSchema>

/** `GET …/slots`: local dates, both inclusive; what `hold` keeps counts as free. */
export const ownSlotsQuerySchema = z.strictObject({
  from: localDate,
  to: localDate,
  hold: z.uuid().optional(),
})

/** `GET /app/me/bookings` and `GET /app/me/bookings/:id`. */
export const myBookingsAnswerSchema = z.object({ bookings: z.array(bookingSummarySchema) })
export const myBookingAnswerSchema = z.object({ booking: bookingViewSchema })
