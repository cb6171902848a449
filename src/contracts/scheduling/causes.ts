import { z } from 'zod'
import { causeCodes } from '../../domain/scheduling/causes.ts'

const named = z.object({ id: z.uuid(), name: z.string() })
const span = z.object({ start: z.iso.datetime(), end: z.iso.datetime() })

/** One cause in words, with what a screen needs to show it. Absent details are left out. */
export const causeSchema = z.object({
  code: z.enum(causeCodes),
  /** A whole sentence for people. */
  message: z.string(),
  /** `skill`: the skills that are missing. */
  skills: z.array(named).optional(),
  /** `outside-hours`, `location-closed`: the hours of that local day. */
  hours: z.array(span).optional(),
  /** `occupied`, `buffer`, `travel`: what is there, as far as the caller may know it. */
  occupied: z
    .object({
      kind: z.enum(['visit', 'reservation', 'hold', 'unavailability', 'external']),
      start: z.iso.datetime(),
      end: z.iso.datetime(),
      appointment: z.uuid().nullable(),
    })
    .optional(),
  /** `notice`: the first start that is late enough. `horizon`: the last date, as an instant. */
  limit: z.iso.datetime().optional(),
  /** `buffer`, `travel`: minutes needed between the two visits. */
  neededMinutes: z.number().optional(),
})
export type Cause = z.infer<typeof causeSchema>
