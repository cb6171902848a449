import { z } from 'zod'
import { text as textOf } from '../text.ts'
import { visitInstant } from './bookings.ts'

const text = textOf(2000)

/** Body of `POST /api/appointments/:id/assign`: who gets the visit, or to whom it is offered. */
export const assignSchema = z
  .strictObject({
    /** `any` is whoever suits best of those who are free and have not declined the visit. */
    fieldworker: z.union([z.uuid(), z.literal('any')]).nullish(),
    method: z.enum(['direct', 'request', 'broadcast']).optional(),
    /** Whom a broadcast asks; everyone eligible when left out. */
    candidates: z.array(z.uuid()).max(100).optional(),
    respondWithinHours: z.number().positive().max(720).optional(),
    message: text.optional(),
    reason: text.optional(),
    /** Takes the person's time over hours, absence or calendar; needs a reason. */
    override: z.boolean().optional(),
    /** Together with another time the visit moves, as by reschedule or retime. */
    start: visitInstant.optional(),
    end: visitInstant.optional(),
    /** The version that the caller saw; an older one than the present is refused. */
    version: z.int().min(1).optional(),
  })
  .refine((body) => body.method === 'broadcast' || body.fieldworker !== undefined, {
    message: 'Name the fieldworker, or null to leave the visit unassigned.',
    path: ['fieldworker'],
  })

/** Times that would suit a fieldworker who declines. */
export const alternativesSchema = z
  .array(z.strictObject({ start: visitInstant, end: visitInstant.optional() }))
  .max(3)

/** Body of accept, decline and pend; `onBehalfOf` names the person where several were asked. */
export const answerSchema = z.strictObject({
  onBehalfOf: z.uuid().optional(),
  reason: text.optional(),
  message: text.optional(),
  /** With accept or pend on behalf: over hours, absence or calendar; needs a reason. */
  override: z.boolean().optional(),
  /** With decline: other times that would suit. */
  alternatives: alternativesSchema.optional(),
})

/** Body of `POST /api/appointments/:id/accept-alternative`: one of the times that were proposed. */
export const acceptAlternativeSchema = z.strictObject({
  offer: z.uuid(),
  start: visitInstant,
  reason: text.optional(),
  override: z.boolean().optional(),
})
export type AcceptAlternative = z.infer<typeof acceptAlternativeSchema>

/** Body of `POST /api/bookings/:id/remind`: everyone with an open offer gets a reminder. */
export const remindSchema = z.strictObject({})

/** Body of `POST /api/bookings/:id/appointments/{accept,decline,pend}`. */
export const answerSeveralSchema = answerSchema.extend({
  ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]),
})

/** Body of start, pause, en-route and finish. */
export const progressSchema = z.strictObject({
  outcomeNotes: text.optional(),
  /** Kinds of duties that are done with this report. */
  duties: z.array(z.string().max(120)).max(50).optional(),
})

export type Assign = z.infer<typeof assignSchema>
export type Answer = z.infer<typeof answerSchema>
export type AnswerSeveral = z.infer<typeof answerSeveralSchema>
