import { z } from 'zod'
import { text } from '../text.ts'
import { conflictSchema } from './conflicts.ts'

/**
 * `GET /app/time-off/visits`: an absence that may be entered, of one person or one location. Its
 * edges are instants, or days or clocks of the place as `unavailabilities` takes them.
 */
export const timeOffVisitsQuerySchema = z
  .strictObject({
    fieldworker: z.uuid().optional(),
    location: z.uuid().optional(),
    start: text(40),
    end: text(40),
  })
  .refine(({ fieldworker, location }) => Boolean(fieldworker) !== Boolean(location), {
    path: ['fieldworker'],
    message: 'Name either a fieldworker or a location.',
  })
export type TimeOffVisitsQuery = z.infer<typeof timeOffVisitsQuerySchema>

const hitSchema = conflictSchema.pick({
  appointment: true,
  booking: true,
  customer: true,
  service: true,
  start: true,
  end: true,
  timezone: true,
})

/** A visit that would need somebody else. */
export type VisitHit = z.infer<typeof hitSchema>

export const timeOffVisitsAnswerSchema = z.object({ visits: z.array(hitSchema) })
export type TimeOffVisitsAnswer = z.infer<typeof timeOffVisitsAnswerSchema>
