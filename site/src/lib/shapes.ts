import { z } from 'zod'

const instant = z.string().min(1)
const text = z.string().nullable().default(null)

export const money = z.object({ amount: z.number().int(), currency: z.string() })
export type Money = z.infer<typeof money>

export const company = z.object({
  name: z.string(),
  tradingName: text,
  phone: text,
  email: text,
  currency: z.string(),
  timezone: z.string(),
  locale: z.string().nullable().default(null),
  address: text,
  portal: z.object({
    bookingEnabled: z.boolean(),
    customersMayCancel: z.boolean(),
    cancelNoticeHours: z.number().nullable().default(null),
    showFieldworkerName: z.boolean().default(true),
    intro: text,
  }),
  cancellationFee: money.nullable().default(null),
})
export type Company = z.infer<typeof company>

export const me = z.object({
  kind: z.enum(['customer', 'fieldworker', 'staff']),
  id: z.string(),
  name: z.string(),
  email: text,
  phone: text,
  permissions: z.array(z.string()).default([]),
  counts: z
    .object({ offers: z.number().default(0), notifications: z.number().default(0) })
    .default({ offers: 0, notifications: 0 }),
})
export type Me = z.infer<typeof me>

export const question = z.object({
  key: z.string(),
  label: z.string(),
  type: z.string(),
  required: z.boolean().default(false),
  options: z.array(z.string()).default([]),
})
export type Question = z.infer<typeof question>

export const service = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: text,
  category: z
    .object({
      id: z.string(),
      name: z.string(),
      order: z.number().nullable().default(0),
      description: text,
    })
    .nullable(),
  durationMinutes: z.number(),
  price: money.nullable(),
  priceModel: z.enum(['job', 'time', 'unit']),
  mode: z.enum(['instant', 'request']),
  requiresApproval: z.boolean().default(false),
  locationTypes: z.array(z.enum(['mobile', 'fixed', 'remote'])),
  locations: z
    .array(z.object({ id: z.string(), name: z.string(), address: text, timezone: z.string() }))
    .default([]),
  questions: z.array(question).default([]),
})
export type Service = z.infer<typeof service>

export const slot = z.object({ start: instant, end: instant, available: z.number() })
export type Slot = z.infer<typeof slot>

export const slots = z.object({ timezone: z.string(), slots: z.array(slot) })
export type Slots = z.infer<typeof slots>

export const booked = z.object({
  id: z.string(),
  number: z.coerce.string(),
  status: z.string(),
  timezone: z.string(),
  start: instant,
  end: instant,
  service: z.object({ name: z.string() }),
  total: money.nullable().default(null),
  awaiting: z.array(z.string()).default([]),
})
export type Booked = z.infer<typeof booked>
