import { z } from 'zod'

/** `GET /app/company`: what anybody may know about the business. */
export const companyAnswerSchema = z.object({
  name: z.string(),
  tradingName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  currency: z.string().length(3),
  timezone: z.string(),
  locale: z.string(),
  address: z.string().nullable(),
  /** Address of its logo. */
  logo: z.string().nullable(),
  /** What the company calls a fieldworker. */
  fieldworkerLabel: z.string(),
  /** What postcodes of its areas are made of, so that forms offer the right keyboard. */
  postcodes: z.enum(['digits', 'text']),
  portal: z.object({
    bookingEnabled: z.boolean(),
    customersMayCancel: z.boolean(),
    /** Hours before the start until which cancelling is free. */
    cancelNoticeHours: z.number(),
    showFieldworkerName: z.boolean(),
    intro: z.string().nullable(),
  }),
})
export type CompanyAnswer = z.infer<typeof companyAnswerSchema>
