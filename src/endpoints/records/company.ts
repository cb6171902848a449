import type { PayloadRequest } from 'payload'
import type { ScopedEndpoint } from '../../access/key-scopes.ts'
import { type CompanyAnswer, companyAnswerSchema } from '../../contracts/records/company.ts'
import { companyCountry } from '../../database/records/company-country.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { phoneInWords } from '../../domain/people/phone.ts'
import { idOf } from '../../domain/id-of.ts'
import { usableLocale } from '../../domain/records/locale.ts'
import { teamNoun } from '../../domain/words/team-noun.ts'
import { postcodeSigns } from '../../domain/scheduling/places.ts'

/** `GET /app/company`: name, contact and the rules of the portal, for anybody. */
export const companyEndpoint: ScopedEndpoint = {
  path: '/app/company',
  method: 'get',
  custom: { scopes: 'anyone', answer: companyAnswerSchema },
  handler: async (req) => Response.json(await companyOf(req)),
}

const logoOf = async (req: PayloadRequest, logo: unknown): Promise<string | null> => {
  const id = idOf(logo)
  if (!id) return null
  const options = { depth: 0, overrideAccess: true, disableErrors: true, req }
  const picture = await req.payload.findByID({ collection: 'media', id, ...options })
  return picture?.url ?? null
}

const companyOf = async (req: PayloadRequest): Promise<CompanyAnswer> => {
  const options = { depth: 0, overrideAccess: true, req }
  const company = await req.payload.findGlobal({ slug: 'company', ...options })
  const portal = await req.payload.findGlobal({ slug: 'portal-settings', ...options })
  const logo = await logoOf(req, company.logo)
  const { areas } = await referenceOf(req)
  const { line1, suburb, region, postcode } = company.address ?? {}
  const address = [line1, [suburb, region, postcode].filter(Boolean).join(' ')]
  return {
    name: company.name,
    tradingName: company.tradingName ?? null,
    phone: company.phone ? phoneInWords(company.phone, await companyCountry(req)) : null,
    email: company.email ?? null,
    currency: company.currency,
    timezone: company.timezone,
    locale: usableLocale(company.locale),
    address: address.filter(Boolean).join(', ') || null,
    logo,
    fieldworkerLabel: teamNoun(company.fieldworkerLabel).one,
    postcodes: postcodeSigns(areas),
    portal: {
      bookingEnabled: portal.bookingEnabled ?? true,
      customersMayCancel: portal.customersMayCancel ?? true,
      cancelNoticeHours: portal.cancelNoticeHours ?? 0,
      showFieldworkerName: portal.showFieldworkerName ?? false,
      intro: portal.intro ?? null,
    },
  }
}
