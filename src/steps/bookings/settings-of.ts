import type { PayloadRequest } from 'payload'
import { cachedDocument } from '../../database/scheduling/reference-cache.ts'
import type { BookingSetting, Company, FinancialSetting } from '../../payload-types.ts'

export type BookingRules = {
  booking: BookingSetting
  financial: FinancialSetting
  company: Company
}

const load = async (req: PayloadRequest): Promise<BookingRules> => {
  const of = { req, depth: 0, overrideAccess: true } as const
  const booking = await req.payload.findGlobal({ slug: 'booking-settings', ...of })
  const financial = await req.payload.findGlobal({ slug: 'financial-settings', ...of })
  const company = await req.payload.findGlobal({ slug: 'company', ...of })
  return { booking, financial, company }
}

/** The company's settings that bookings follow, as committed now. */
export const settingsOf = (req: PayloadRequest): Promise<BookingRules> =>
  cachedDocument(req, 'booking-rules', () => load(req))
