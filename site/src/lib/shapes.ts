import { z } from 'zod'
import type { Booked as BookedAnswer } from '../../../src/contracts/bookings.ts'
import type { CompanyAnswer } from '../../../src/contracts/company.ts'
import type { ServiceAnswer } from '../../../src/contracts/services.ts'
import type { SlotAnswer } from '../../../src/contracts/slots.ts'

export type Company = CompanyAnswer
export type Service = ServiceAnswer
export type Question = Service['questions'][number]
export type Slot = SlotAnswer
export type Booked = BookedAnswer

const text = z.string().nullable().default(null)

export const money = z.object({ amount: z.number().int(), currency: z.string() })
export type Money = z.infer<typeof money>

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
