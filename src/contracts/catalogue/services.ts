import { z } from 'zod'

/** Money in minor units with its ISO 4217 currency. */
const money = z.object({ amount: z.number().int(), currency: z.string().length(3) })

const address = z.object({
  line1: z.string().nullable(),
  suburb: z.string().nullable(),
  postcode: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
})

/** A service that customers may book; `price` is null where none is published. */
export const serviceSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  category: z
    .object({
      id: z.uuid(),
      name: z.string(),
      order: z.number(),
      description: z.string().nullable(),
    })
    .nullable(),
  durationMinutes: z.number().int(),
  price: money.nullable(),
  priceModel: z.enum(['job', 'time', 'unit']),
  mode: z.enum(['instant', 'request']),
  requiresApproval: z.boolean(),
  locationTypes: z.array(z.enum(['mobile', 'fixed', 'remote'])),
  locations: z.array(z.object({ id: z.uuid(), name: z.string(), address, timezone: z.string() })),
  questions: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      type: z.enum(['text', 'textarea', 'number', 'select', 'checkbox', 'date']),
      required: z.boolean(),
      options: z.array(z.string()),
    }),
  ),
})
export type ServiceAnswer = z.infer<typeof serviceSchema>

export const servicesAnswerSchema = z.object({ services: z.array(serviceSchema) })
export const serviceAnswerSchema = z.object({ service: serviceSchema })
