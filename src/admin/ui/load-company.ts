import type { PayloadRequest } from 'payload'
import { cache } from 'react'

type Doc = Record<string, unknown>

/** Name, currency and zone of the company, as every page needs them; read once for a request. */
export const loadCompany = cache(async (req: PayloadRequest) => {
  const company = (await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as Doc
  return {
    name: String(company.tradingName ?? company.name ?? 'Fieldbook'),
    currency: String(company.currency ?? 'AUD'),
    timezone: String(company.timezone ?? 'UTC'),
  }
})
