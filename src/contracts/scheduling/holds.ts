import { z } from 'zod'
import { visitInstant } from '../bookings/bookings.ts'
import { word } from './place-query.ts'

/**
 * `POST /app/holds`: keeps a start for somebody who is still typing. With `hold`, an earlier one of
 * theirs, the same start is kept longer, and another start is taken in its place.
 */
export const holdSchema = z.strictObject({
  service: word(1, 120),
  start: visitInstant,
  location: z.uuid().optional(),
  address: z.uuid().optional(),
  postcode: word(2, 12).optional(),
  lat: z.number().min(-90).max(90).optional(),
  lng: z.number().min(-180).max(180).optional(),
  /** Visits at the same time; each needs a whole crew. */
  quantity: z.int().min(1).max(20).default(1),
  /** The office alone: this person. */
  fieldworker: z.uuid().optional(),
  hold: z.uuid().optional(),
})
export type HoldBody = z.infer<typeof holdSchema>

/** The answer: 201 for a new hold, 200 for one that is kept longer. Book with its `id` in `hold`. */
export const heldSchema = z.object({
  id: z.uuid(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  timezone: z.string(),
  expiresAt: z.iso.datetime(),
})
export type Held = z.infer<typeof heldSchema>
