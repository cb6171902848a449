import { z } from 'zod'
import { text as textOf } from '../text.ts'
import { visitInstant } from './bookings.ts'

const text = textOf(2000)

/** Who has the visit afterwards: a person, whoever is free, or nobody yet; left out, who has it now. */
const person = z.union([z.uuid(), z.literal('any')]).nullish()

const commandFields = {
  reason: text.optional(),
  comment: text.optional(),
  message: text.optional(),
  /** Takes a named person's time over hours, absence or calendar; needs a reason. */
  override: z.boolean().optional(),
  respondWithinHours: z.number().positive().max(720).optional(),
  /** The version that the caller saw; an older one than the present is refused. */
  version: z.int().min(1).optional(),
}

/** Body of `POST /api/appointments/:id/{reschedule,retime}`; left out, start and length stay. */
export const moveVisitSchema = z
  .strictObject({
    start: visitInstant.optional(),
    end: visitInstant.optional(),
    fieldworker: person,
    ...commandFields,
  })
  .refine((body) => body.start ?? body.end, {
    message: 'Say when: give the new start, or a new end.',
    path: ['start'],
  })

/**
 * Body of `POST /api/bookings/:id/{reschedule,retime}`: the new start of the first visit, which the
 * others follow by the same wall-clock distance, or a time for each visit.
 */
export const moveBookingSchema = z
  .strictObject({
    start: visitInstant.optional(),
    end: visitInstant.optional(),
    fieldworker: person,
    visits: z
      .array(
        z.strictObject({
          id: z.uuid(),
          start: visitInstant.optional(),
          end: visitInstant.optional(),
          fieldworker: person,
        }),
      )
      .min(1)
      .max(100)
      .optional(),
    /** A hold of the new start, whose time the booking takes over. */
    hold: z.uuid().optional(),
    ...commandFields,
  })
  .refine((body) => body.start ?? body.end ?? body.visits, {
    message: 'Say when: give the new start.',
    path: ['start'],
  })

export type MoveVisit = z.infer<typeof moveVisitSchema>
export type MoveBooking = z.infer<typeof moveBookingSchema>
