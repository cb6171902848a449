import { z } from 'zod'
import { isLocalDate } from '../../domain/scheduling/local-date.ts'
import { localDate } from '../scheduling/place-query.ts'

const text = z.string().nullable()
const money = z.object({ amount: z.number().int(), currency: z.string().length(3) })
const reference = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string().optional(),
})

/** A visit that waits for this fieldworker's answer. */
export const offerSchema = z.object({
  id: z.string(),
  appointment: z.string(),
  booking: reference,
  service: z.string(),
  start: z.string(),
  end: z.string(),
  timezone: z.string(),
  place: text,
  customer: text,
  notes: text,
  mode: z.string(),
  respondBy: text,
  sentAt: text,
  price: money.nullable(),
})
export type Offer = z.infer<typeof offerSchema>

/** A visit of this fieldworker; `allowed` are the events of progress open to them now. */
export const visitSchema = z.object({
  id: z.string(),
  booking: reference,
  service: z.string(),
  start: z.string(),
  end: z.string(),
  timezone: z.string(),
  status: z.string(),
  acceptance: z.string(),
  progress: z.string(),
  place: text,
  address: z
    .object({
      line1: text,
      line2: text,
      suburb: text,
      postcode: text,
      coordinates: z.object({ lat: z.number(), lng: z.number() }).nullable(),
      accessNotes: text,
    })
    .nullable(),
  customer: z.object({ name: text, phone: text }).nullable(),
  notes: text,
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  outcomeNotes: text,
  actualStart: text,
  actualEnd: text,
  allowed: z.array(z.string()),
})
export type Visit = z.infer<typeof visitSchema>

export const notificationSchema = z.object({
  id: z.string(),
  title: z.string(),
  body: text,
  href: text,
  at: z.string(),
  read: z.boolean(),
})

const moment = z.union([localDate, z.iso.datetime({ offset: true })])

/**
 * `GET /app/me/visits`: days of the fieldworker's own zone, both inclusive, or instants, of which
 * `to` is not part. Default: today and the two weeks ahead.
 */
export const ownVisitsQuerySchema = z
  .strictObject({ from: moment.optional(), to: moment.optional() })
  .refine(({ from, to }) => !isLocalDate(from) || !isLocalDate(to) || from <= to, {
    path: ['to'],
    message: 'The last day is before the first.',
  })
export type OwnVisitsQuery = z.infer<typeof ownVisitsQuerySchema>

/** `GET /app/me/{offers,visits,notifications}` and `GET /app/me/visits/:id`. */
export const myOffersAnswerSchema = z.object({
  offers: z.array(offerSchema),
  /** What a decline form offers to choose from. */
  declineReasons: z.array(z.string()),
})
/** Days are those of the fieldworker's own zone; `unfinished` is what they have left from before. */
export const myVisitsAnswerSchema = z.object({
  timezone: z.string(),
  today: z.string(),
  unfinished: z.array(visitSchema),
  visits: z.array(visitSchema),
})
export type MyVisitsAnswer = z.infer<typeof myVisitsAnswerSchema>
export const myVisitAnswerSchema = z.object({ visit: visitSchema })
export const myNotificationsAnswerSchema = z.object({ notifications: z.array(notificationSchema) })
