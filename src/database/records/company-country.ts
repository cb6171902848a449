import type { PayloadRequest } from 'payload'
import { countryOfLocale } from '../../domain/records/locale.ts'
import { referenceOf } from '../scheduling/reference-cache.ts'

/** Where the company is: the country of its address, else of its locale; null where neither says. */
export const companyCountry = async (req: PayloadRequest): Promise<string | null> => {
  const { companyCountry: stated, companyLocale } = await referenceOf(req)
  return stated ?? countryOfLocale(companyLocale)
}
