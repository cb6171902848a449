import { firstCompany } from '../../../domain/records/first-company.ts'
import type { PayloadRequest } from 'payload'
import { amountText } from '../../ui/amount.ts'
import { related } from '../../ui/related.ts'
import type { LocationChoice, Question, ServiceChoice } from './booking-draft.ts'

type Doc = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const units = { job: '', time: ' an hour', unit: ' each' }

const modelOf = (value: unknown): keyof typeof units =>
  value === 'time' || value === 'unit' ? value : 'job'

/** The list price; none, or nothing, means that it is agreed for each job. */
const priceIn = (service: Doc, currency: string) => {
  const priceModel = modelOf(service.priceModel)
  const amount = Number(service.priceAmount ?? 0)
  if (amount <= 0) return { price: 'Price on request', unitAmount: undefined, priceModel }
  const price = `${amountText(amount, currency)}${units[priceModel]}`
  return { price, unitAmount: amount, priceModel }
}

const readQuestion = (question: Doc): Question => ({
  key: text(question.key),
  label: text(question.label),
  type: text(question.type),
  required: question.required === true,
  options: list(question.options).map(text),
})

const readService = (service: Doc, currency: string): ServiceChoice => {
  const types = list(service.locationTypes).map(text)
  return {
    id: text(service.id),
    name: text(service.name),
    category: text(related<Doc>(service.category as Doc)?.name) || 'Other',
    durationMinutes: Number(service.durationMinutes ?? 0),
    ...priceIn(service, currency),
    mode: text(service.mode),
    requiresApproval: service.requiresApproval === true,
    crewSize: typeof service.crewSize === 'number' ? service.crewSize : 1,
    mobile: types.length === 0 || types.includes('mobile') || types.includes('remote'),
    remote: types.includes('remote'),
    locations: types.includes('fixed')
      ? list(service.locations).map((found) => text(related<Doc>(found as Doc)?.id ?? found))
      : [],
    questions: list(service.questions).map((question) => readQuestion(question as Doc)),
  }
}

/** Services and locations the office may book, and the company's currency and zone. */
export const loadBookingChoices = async (
  req: PayloadRequest,
): Promise<{
  services: ServiceChoice[]
  locations: LocationChoice[]
  currency: string
  timezone: string
}> => {
  const active = { active: { equals: true } }
  const mine = { overrideAccess: false, req, pagination: false } as const
  const [services, locations, company] = await Promise.all([
    req.payload.find({ collection: 'services', where: active, sort: 'name', depth: 1, ...mine }),
    req.payload.find({ collection: 'locations', where: active, sort: 'name', depth: 0, ...mine }),
    req.payload.findGlobal({ slug: 'company', depth: 0, overrideAccess: false, req }),
  ])
  const business = company as unknown as Doc
  const currency = text(business.currency) || firstCompany.currency
  return {
    currency,
    timezone: text(business.timezone) || 'UTC',
    services: (services.docs as unknown as Doc[]).map((service) => readService(service, currency)),
    locations: (locations.docs as unknown as Doc[]).map((location) => ({
      id: text(location.id),
      name: text(location.name),
      timezone: text(location.timezone),
    })),
  }
}
