import type { PayloadRequest, Where } from 'payload'
import type { ServiceAnswer } from '../../contracts/catalogue/services.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { staffedServices } from '../../domain/catalogue/service-state.ts'
import type { Location, Service, ServiceCategory } from '../../payload-types.ts'

/** The bookable services that somebody can do, or the one with the slug, as customers see them. */
export const listServices = async (
  req: PayloadRequest,
  { slug }: { slug?: string } = {},
): Promise<ServiceAnswer[]> => {
  const { services: known, people } = await referenceOf(req)
  const where: Where = {
    ...{ active: { equals: true }, bookable: { equals: true } },
    id: { in: staffedServices(known, people) },
  }
  if (slug !== undefined) where['slug'] = { equals: slug }
  // Public by design: the where clause and `answerOf` decide what leaves.
  const { docs } = await req.payload.find({
    collection: 'services',
    where,
    depth: 1,
    pagination: false,
    sort: 'name',
    overrideAccess: true,
    req,
  })
  const company = await req.payload.findGlobal({
    slug: 'company',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const services = docs.map((service) => answerOf(service, company.currency))
  return services.toSorted((a, b) => orderOf(a) - orderOf(b))
}

const orderOf = ({ category }: ServiceAnswer) => category?.order ?? Number.MAX_SAFE_INTEGER

const answerOf = (service: Service, currency: string): ServiceAnswer => ({
  id: service.id,
  slug: service.slug,
  name: service.name,
  description: service.description ?? null,
  category: categoryOf(service.category),
  durationMinutes: service.durationMinutes,
  // A request is priced by the office, so it has no published price of nothing.
  price: service.priceAmount > 0 ? { amount: service.priceAmount, currency } : null,
  priceModel: service.priceModel,
  mode: service.mode,
  requiresApproval: service.requiresApproval ?? false,
  locationTypes: service.locationTypes,
  locations: (service.locations ?? []).flatMap(locationOf),
  questions: (service.questions ?? []).map((question) => ({
    key: question.key,
    label: question.label,
    type: question.type,
    required: question.required ?? false,
    options: (question.options ?? []).flatMap((option) => option),
  })),
})

const categoryOf = (category: string | ServiceCategory | null | undefined) =>
  category && typeof category === 'object'
    ? {
        id: category.id,
        name: category.name,
        order: category.order ?? 0,
        description: category.description ?? null,
      }
    : null

const locationOf = (location: string | Location): ServiceAnswer['locations'] => {
  if (typeof location === 'string' || !location.active || location.deletedAt) return []
  const { id, name, timezone, address } = location
  return [
    {
      id,
      name,
      timezone,
      address: {
        line1: address?.line1 ?? null,
        suburb: address?.suburb ?? null,
        postcode: address?.postcode ?? null,
        region: address?.region ?? null,
        country: address?.country ?? null,
      },
    },
  ]
}
