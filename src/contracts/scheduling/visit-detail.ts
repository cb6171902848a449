import { z } from 'zod'

const named = z.object({ id: z.uuid(), name: z.string() })

/** `GET /app/board/visits/:id`: what the dialog of a calendar or board shows. */
export const visitDetailSchema = z.object({
  id: z.uuid(),
  version: z.number(),
  booking: z.object({ id: z.uuid(), number: z.string(), status: z.string() }),
  service: z.string(),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  timezone: z.string(),
  status: z.string(),
  acceptance: z.string(),
  progress: z.string(),
  fieldworker: named.nullable(),
  /** The suburb or the business's own location. */
  place: z.string().nullable(),
  /** Null without the right to see it. */
  address: z.string().nullable(),
  customer: z.object({
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  notes: z.string().nullable(),
  source: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  /** Commands of the booking that its state and the caller's role open now. */
  actions: z.array(z.enum(['confirm', 'complete', 'no-show', 'cancel'])),
  /** Those of them that ask for a reason first, because they overrule somebody. */
  asksReason: z.array(z.string()),
  /** Who has the visit, is asked for it or declined it last: for whom the office may answer. */
  answersFor: named.nullable(),
  /** What may be answered on behalf of that person. */
  answers: z.array(z.enum(['accept', 'decline'])),
  /** What cancelling would cost and who would hear of it. */
  cancelTerms: z.object({
    feeAmount: z.int(),
    feeDue: z.boolean(),
    /** Why nothing is due; null where something is. */
    free: z.enum(['unconfirmed', 'ahead', 'settings']).nullable(),
    noticeHours: z.number().nullable(),
    fees: z.array(
      z.object({ id: z.string(), name: z.string(), amount: z.int(), isDefault: z.boolean() }),
    ),
    mayPrice: z.boolean(),
    currency: z.string(),
    mayWaive: z.boolean(),
    reasonRequired: z.boolean(),
    notified: z.array(z.string()),
  }),
})
export type VisitDetail = z.infer<typeof visitDetailSchema>
export const visitDetailAnswerSchema = z.object({ visit: visitDetailSchema })
export type VisitDetailAnswer = z.infer<typeof visitDetailAnswerSchema>
