import { z } from 'zod'
import { instant } from '../instant.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

/** `GET /app/conflicts`: from now on for 90 days where nothing is said. */
export const conflictsQuerySchema = z
  .strictObject({
    from: instant.optional(),
    to: instant.optional(),
    fieldworker: z.uuid().optional(),
  })
  .refine(({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to), {
    path: ['to'],
    message: 'The end is before the start.',
  })

/** A visit that an absence or a busy event of its own person covers. */
export const conflictSchema = z.object({
  appointment: z.uuid(),
  booking: z.object({ id: z.uuid(), number: z.string() }),
  customer: z.string(),
  service: z.string().nullable(),
  start: z.string(),
  end: z.string(),
  timezone: z.string(),
  fieldworker: named,
  kind: z.enum(['unavailability', 'external']),
  busyStart: z.string(),
  busyEnd: z.string(),
  note: z.string().nullable(),
})

export type Conflict = z.infer<typeof conflictSchema>

export const conflictsAnswerSchema = z.object({ conflicts: z.array(conflictSchema) })
export type ConflictsAnswer = z.infer<typeof conflictsAnswerSchema>
