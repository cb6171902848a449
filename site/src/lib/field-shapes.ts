import { z } from 'zod'
import { money } from './shapes.ts'

const text = z.string().nullable().default(null)
const reference = z.object({
  id: z.string(),
  number: z.coerce.string(),
  status: z.string().optional(),
})

export const offer = z.object({
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
  mode: z.string().default('request'),
  respondBy: text,
  sentAt: text,
  price: money.nullable().default(null),
})
export type Offer = z.infer<typeof offer>

export const visit = z.object({
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
      coordinates: z.object({ lat: z.number(), lng: z.number() }).nullable().default(null),
      accessNotes: text,
    })
    .nullable()
    .default(null),
  customer: z.object({ name: text, phone: text }).nullable().default(null),
  notes: text,
  answers: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  outcomeNotes: text,
  actualStart: text,
  actualEnd: text,
  allowed: z.array(z.string()).default([]),
})
export type Visit = z.infer<typeof visit>

export const notification = z.object({
  id: z.string(),
  title: z.string(),
  body: text,
  href: text,
  at: z.string(),
  read: z.boolean(),
})
export type Notification = z.infer<typeof notification>
