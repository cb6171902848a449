import { z } from 'zod'

const text = z.string().trim().max(2000)

/**
 * What somebody says along with a change: the virtual field `command` of bookings, lines and
 * visits. It grants nothing; the guards check the change itself.
 */
export const commandSchema = z.object({
  /** The command that may change the read-only fields. */
  name: text.max(60).optional(),
  reason: text.optional(),
  comment: text.optional(),
  /** Fieldworker whom a member of staff answers for. */
  onBehalfOf: z.uuid().optional(),
  message: text.optional(),
  /** Cancellation or no-show fee: an amount in minor units, or none although one would be due. */
  fee: z
    .union([z.object({ amount: z.int().min(0).max(100_000_000) }), z.literal('waive')])
    .optional(),
  respondWithinHours: z.number().positive().max(720).optional(),
  /** Fieldworkers to whom a broadcast goes. */
  candidates: z.array(z.uuid()).max(100).optional(),
  /** Kept only under `overrideAccess: true`. */
  as: z.literal('system').optional(),
})

export type Command = z.infer<typeof commandSchema>
