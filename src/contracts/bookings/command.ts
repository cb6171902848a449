import { z } from 'zod'
import { text as textOf } from '../text.ts'
import { visitInstant } from './bookings.ts'

const text = textOf(2000)

const time = {
  start: visitInstant.optional(),
  end: visitInstant.optional(),
  fieldworker: z.union([z.uuid(), z.literal('any')]).nullish(),
}

/**
 * What somebody says along with a change: the virtual field `command` of bookings, lines and
 * visits. It grants nothing; the guards check the change itself.
 */
export const commandSchema = z.strictObject({
  /** The command that may change the read-only fields. */
  name: text.max(60).optional(),
  reason: text.optional(),
  comment: text.optional(),
  /** Fieldworker whom a member of staff answers for. */
  onBehalfOf: z.uuid().optional(),
  message: text.optional(),
  /**
   * Cancellation or no-show fee: an amount in minor units, none although one would be due, or, to
   * cancel, one of the settings' fees by its id.
   */
  fee: z
    .union([
      z.strictObject({ amount: z.int().min(0).max(100_000_000) }),
      z.strictObject({ listed: text.min(1).max(100) }),
      z.literal('waive'),
    ])
    .optional(),
  /**
   * Takes a named person's time although they do not work, are absent or have an entry in their
   * calendar then; needs `booking.overbook` and a reason.
   */
  override: z.boolean().optional(),
  /** Kept only like `as`: what was overridden, for the history. */
  overrode: z.array(z.enum(['absence', 'calendar', 'hours'])).optional(),
  respondWithinHours: z.number().positive().max(720).optional(),
  /** Fieldworkers to whom a broadcast goes. */
  candidates: z.array(z.uuid()).max(100).optional(),
  /** Other times that would suit whoever declines. */
  alternatives: z
    .array(z.strictObject({ start: visitInstant, end: visitInstant.optional() }))
    .max(3)
    .optional(),
  /** Where a booking moves: its first visit's new start, or a time for each visit. */
  to: z
    .strictObject({
      ...time,
      visits: z
        .array(z.strictObject({ id: z.uuid(), ...time }))
        .max(100)
        .optional(),
    })
    .optional(),
  /**
   * Kept only under `overrideAccess: true`: the rules themselves act, or carry out what their
   * caller was allowed to do, in the caller's name.
   */
  as: z.enum(['system', 'caller']).optional(),
})

export type Command = z.infer<typeof commandSchema>

/** Where a booking or a visit is to move. */
export type MoveTo = NonNullable<Command['to']>
