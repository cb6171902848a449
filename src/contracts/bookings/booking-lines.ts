import { z } from 'zod'
import { text as textOf } from '../text.ts'
import { lineAnswersSchema, planVisitSchema } from './bookings.ts'

/** A visit that is added: somebody named, `any` for whoever is free, or nobody yet. */
const newVisit = planVisitSchema.extend({
  fieldworker: z.union([z.uuid(), z.literal('any')]).nullish(),
})

const text = textOf(2000)

const commandFields = {
  /** Why; needed with `override`. */
  reason: text.optional(),
  /** Told to whoever is asked. */
  message: text.optional(),
  respondWithinHours: z.number().positive().max(720).optional(),
  method: z.enum(['direct', 'request', 'broadcast']).optional(),
  /** Takes a named person's time over their hours, an absence or a calendar entry. */
  override: z.boolean().optional(),
  /** The version of the booking that the caller saw; an older one than the present is refused. */
  version: z.int().min(1).optional(),
}

/**
 * Body of `POST /api/bookings/:id/lines`: another service, with the visits it needs or none yet.
 * The catalogue prices it unless staff with `price.edit` do.
 */
export const addLineSchema = z.strictObject({
  /** Id or slug. */
  service: z.string().trim().min(1).max(120),
  quantity: z.number().positive().max(1000).optional(),
  description: text.optional(),
  /** Minor units. */
  unitAmount: z.int().min(0).max(1_000_000_000).optional(),
  answers: lineAnswersSchema.optional(),
  visits: z.array(newVisit).max(20).default([]),
  ...commandFields,
})

/**
 * Body of `POST /api/bookings/:id/visits`: more visits of one line. A later time is a follow-up;
 * the time of another visit makes a crew.
 */
export const addVisitsSchema = z.strictObject({
  line: z.uuid(),
  visits: z.array(newVisit).min(1).max(20),
  ...commandFields,
})

/** Body of `POST /api/appointments/:id/cancel`; whether a reason is needed is the settings' to say. */
export const cancelVisitSchema = z.strictObject({
  reason: text.optional(),
  version: z.int().min(1).optional(),
})

/** Body of `POST /api/bookings/:id/lines/:line/remove`. */
export const removeSchema = z.strictObject({
  reason: text.min(1),
  version: z.int().min(1).optional(),
})

export type AddLine = z.infer<typeof addLineSchema>
export type AddVisits = z.infer<typeof addVisitsSchema>
export type CancelVisit = z.infer<typeof cancelVisitSchema>
export type Remove = z.infer<typeof removeSchema>
