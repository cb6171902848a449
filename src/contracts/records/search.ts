import { z } from 'zod'
import { word } from '../scheduling/place-query.ts'

/** `GET /app/search` (office): part of a number, a name, a phone number, an address or a service. */
export const searchQuerySchema = z.strictObject({ q: word(2, 80) })

const hit = z.object({
  id: z.uuid(),
  title: z.string(),
  detail: z.string(),
  /** Of a booking: its first visit, in the zone of the work. */
  startsAt: z.iso.datetime().nullable(),
  timezone: z.string().nullable(),
})

/** What was found, at most a few of each kind; only what the caller may read. */
export const searchAnswerSchema = z.object({
  bookings: z.array(hit),
  customers: z.array(hit),
  fieldworkers: z.array(hit),
})
export type SearchHit = z.infer<typeof hit>
export type SearchAnswer = z.infer<typeof searchAnswerSchema>
