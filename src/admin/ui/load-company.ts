import type { PayloadRequest } from 'payload'
import { cache } from 'react'
import { firstCompany } from '../../domain/records/first-company.ts'
import { setPanelLocale } from './panel-locale.ts'
import { setTeamWord } from './team-word.ts'

type Doc = Record<string, unknown>

/** Name, currency, locale, zone and words of the company, as every page needs them; read once for a request. */
export const loadCompany = cache(async (req: PayloadRequest) => {
  const company = (await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    overrideAccess: true,
    req,
  })) as unknown as Doc
  const locale = String(company.locale ?? firstCompany.locale)
  const fieldworkerLabel = String(company.fieldworkerLabel ?? '')
  setPanelLocale(locale)
  setTeamWord(fieldworkerLabel)
  return {
    name: String(company.tradingName ?? company.name ?? 'Fieldbook'),
    currency: String(company.currency ?? firstCompany.currency),
    locale,
    fieldworkerLabel,
    timezone: String(company.timezone ?? 'UTC'),
  }
})
