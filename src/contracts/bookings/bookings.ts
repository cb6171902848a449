import { liveStatuses } from '../../domain/bookings/states.ts'
import { z } from 'zod'
import { instant } from '../instant.ts'
import { email } from '../people/email.ts'
import { text } from '../text.ts'

const named = (max: number) => text(max).min(1)

/** An instant at which a visit may start or end: ISO 8601 with an offset, on a whole minute. */
export const visitInstant = instant.refine((value) => Date.parse(value) % 60_000 === 0, {
  message: 'Give a time on a whole minute, with its offset.',
})

/**
 * One planned visit; `any` lets the house pick a free eligible person, `same` whoever has the visit
 * before it, where they can.
 */
export const planVisitSchema = z.strictObject({
  start: visitInstant,
  end: visitInstant.optional(),
  fieldworker: z.union([z.uuid(), z.enum(['any', 'same'])]).nullish(),
  /** How many go at this time, a visit each; default: the service's crew, or the person named. */
  people: z.int().min(1).max(20).optional(),
  /** Staff alone: no person is reserved (needs `booking.overbook`). */
  unreserved: z.boolean().optional(),
})

/** Answers to a service's questions, by their keys. */
export const answersSchema = z.record(
  z.string().max(80),
  z.union([text(2000), z.number(), z.boolean(), z.null()]),
)

/** The same of a line, of which the rules of its service judge every value. */
export const lineAnswersSchema = z.record(z.string().max(80), z.unknown())

/** What a new booking consists of: lines with their visits. */
export const planSchema = z
  .array(
    z.strictObject({
      service: z.uuid(),
      quantity: z.number().positive().max(1000).optional(),
      description: text(2000).nullish(),
      /** Staff with `price.edit`: minor units in place of the catalogue's price. */
      unitAmount: z.int().min(0).max(1_000_000_000).optional(),
      method: z.enum(['direct', 'request', 'broadcast']).optional(),
      answers: lineAnswersSchema.nullish(),
      visits: z.array(planVisitSchema).max(50).default([]),
    }),
  )
  .min(1)
  .max(20)

export type Plan = z.infer<typeof planSchema>

const addressSchema = z.strictObject({
  line1: named(200),
  line2: text(200).optional(),
  suburb: text(120).optional(),
  postcode: named(16),
  region: text(120).optional(),
  /** Code or name. */
  country: text(80).optional(),
  accessNotes: text(1000).optional(),
})

const customerSchema = z.strictObject({
  name: named(120),
  email: email.optional(),
  /** However it is typed; one without a prefix is a number of the company's country. */
  phone: text(60).optional(),
})

/** Another service of a booking that is being made. */
const moreSchema = z.strictObject({
  /** Id or slug. */
  service: named(120),
  quantity: z.number().positive().max(1000).optional(),
  /** Another visit's start; left out: right after the service before, by the same person. */
  start: visitInstant.optional(),
  fieldworker: z.uuid().optional(),
  unassigned: z.boolean().optional(),
  people: z.int().min(1).max(20).optional(),
  answers: answersSchema.optional(),
})

/** `POST /api/app/bookings`. Staff may name a customer, a person, a price; others may not. */
export const createBookingSchema = z
  .strictObject({
    /** Id or slug of the service. */
    service: named(120),
    start: visitInstant,
    quantity: z.int().min(1).max(1000).optional(),
    location: z.uuid().optional(),
    address: z.union([z.uuid(), addressSchema]).optional(),
    customer: customerSchema.optional(),
    answers: answersSchema.optional(),
    notes: text(4000).optional(),
    customerId: z.uuid().optional(),
    fieldworker: z.uuid().optional(),
    method: z.enum(['direct', 'request', 'broadcast']).optional(),
    unassigned: z.boolean().optional(),
    /** Staff: how many go, in place of the service's crew. */
    people: z.int().min(1).max(20).optional(),
    /** Staff: more services of the same booking, each a line with its visit. */
    more: z.array(moreSchema).max(10).optional(),
    /** Staff with `booking.overbook`: books the named person anyway, with a reason. */
    override: z.boolean().optional(),
    reason: text(2000).optional(),
    /** A hold of this start (`POST /app/holds`), whose time the booking takes over. */
    hold: z.uuid().optional(),
    source: z.enum(['portal', 'widget', 'api', 'ai-agent', 'manual']).optional(),
  })
  .refine((body) => !(body.location && body.address), {
    message: 'Give either a location or an address.',
    path: ['address'],
  })

export type CreateBooking = z.infer<typeof createBookingSchema>

/** What `POST /api/app/bookings` answers with 201. */
export const bookedSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(liveStatuses),
  start: z.string(),
  end: z.string(),
  timezone: z.string(),
  total: z.object({ amount: z.number(), currency: z.string() }),
  /** Ids of its visits in the order they start; `eventUid` names them in calendars. */
  visits: z.array(z.string()).default([]),
  /** The same visits as calendars show them. */
  events: z
    .array(
      z.object({
        visit: z.string(),
        start: z.string(),
        end: z.string(),
        status: z.string(),
        sequence: z.number().int(),
      }),
    )
    .default([]),
})

export type Booked = z.infer<typeof bookedSchema>

const optionalReason = z.strictObject({ reason: text(2000).optional() })
const fee = z.union([
  z.strictObject({ amount: z.int().min(0).max(100_000_000) }),
  z.literal('waive'),
])
/** Beside an amount or none, one of the fees that the settings list. */
const cancelFee = z.union([...fee.options, z.strictObject({ listed: named(100) })])

/** Of messages to the customer: only the channels that are named, or both where none is. */
const channels = { email: z.boolean().optional(), sms: z.boolean().optional() }

/** Bodies of `POST /api/bookings/:id/<command>`. */
export const bookingCommandSchemas = {
  confirm: optionalReason,
  complete: optionalReason,
  cancel: z.strictObject({
    reason: text(2000).optional(),
    comment: text(2000).optional(),
    fee: cancelFee.optional(),
  }),
  'no-show': z.strictObject({ reason: text(2000).optional(), fee: fee.optional() }),
  approve: optionalReason,
  'reject-approval': z.strictObject({ reason: named(2000) }),
  /** The customer has said yes to the office, by phone for instance. */
  'confirm-for-customer': optionalReason,
  claim: z.strictObject({ owner: z.uuid().optional() }),
  'change-customer': z.strictObject({
    customer: z.uuid(),
    reason: named(2000),
    /** Of the new customer's; left out, the booking has none until the office gives it one. */
    contact: z.uuid().optional(),
    address: z.uuid().optional(),
  }),
  'pause-messages': z.strictObject({ ...channels, reason: text(2000).optional() }),
  'resume-messages': z.strictObject({ ...channels, reason: text(2000).optional() }),
}

export type BookingCommand = keyof typeof bookingCommandSchemas
