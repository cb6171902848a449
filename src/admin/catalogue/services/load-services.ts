import type { PayloadRequest, Where } from 'payload'
import { referenceOf } from '../../../database/scheduling/reference-cache.ts'
import {
  isStaffed,
  type ServiceState,
  serviceState,
} from '../../../domain/catalogue/service-state.ts'
import type { Service } from '../../../payload-types.ts'
import { amountText } from '../../ui/amount.ts'
import type { ListAddress } from '../../ui/list-address.ts'
import { related } from '../../ui/related.ts'

export type ServiceRow = {
  id: string
  name: string
  category: string
  durationMinutes: number
  price: string
  people: string[]
  state: ServiceState
  /** How it is booked, in words. */
  booking: string
}

const pageSize = 100

const per: Record<Service['priceModel'], string> = { job: '', time: ' an hour', unit: ' a unit' }

const priceWords = (
  { priceAmount, priceModel }: Pick<Service, 'priceAmount' | 'priceModel'>,
  currency: string,
): string =>
  priceAmount > 0 ? `${amountText(priceAmount, currency)}${per[priceModel]}` : 'On request'

const bookingWords = ({ bookable, mode }: Service): string => {
  if (!bookable) return 'By the office only'
  return mode === 'request' ? 'Customers send a request' : 'Customers book online'
}

/** Whether a booking was ever made of the service. */
const wasBooked = async (req: PayloadRequest, service: string): Promise<boolean> => {
  const where = { service: { equals: service } }
  const { totalDocs } = await req.payload.count({
    ...{ collection: 'booking-lines', where, overrideAccess: true, req },
  })
  return totalDocs > 0
}

/** Whether the service is a draft, live or retired. */
export const stateOf = async (req: PayloadRequest, service: Service): Promise<ServiceState> => {
  const { people } = await referenceOf(req)
  const { id, skills } = service
  const needed = { id, skills: (skills ?? []).map((skill) => related(skill)?.id ?? String(skill)) }
  const active = service.active === true
  return serviceState({
    active,
    isStaffed: isStaffed(needed, people),
    wasBooked: !active && (await wasBooked(req, id)),
  })
}

/** One page of services by name, each with who does it and how it stands. */
export const loadServices = async (
  req: PayloadRequest,
  asked: { address: ListAddress; currency: string; trash: boolean; seesPeople: boolean },
): Promise<{ rows: ServiceRow[]; total: number; pages: number }> => {
  const { address, currency, trash, seesPeople } = asked
  const text = ['name', 'description', 'category.name'].map((field) => ({
    [field]: { contains: address.q },
  }))
  const filters: Where[] = [
    ...(address.q ? [{ or: text }] : []),
    ...(trash ? [{ deletedAt: { exists: true } }] : []),
  ]
  const found = await req.payload.find({
    collection: 'services',
    where: { and: filters },
    populate: { 'service-categories': { name: true }, skills: {}, locations: {}, media: {} },
    ...{ sort: 'name', limit: pageSize, page: address.page, depth: 1, trash },
    ...{ overrideAccess: false, req },
  })
  const { people } = await referenceOf(req)
  const rows = await Promise.all(
    found.docs.map(async (service) => ({
      ...{ id: service.id, name: service.name, durationMinutes: service.durationMinutes },
      category: related(service.category)?.name ?? '',
      price: priceWords(service, currency),
      people: seesPeople
        ? people
            .filter(({ active, services }) => active && services.includes(service.id))
            .map(({ name }) => name)
        : [],
      state: await stateOf(req, service),
      booking: bookingWords(service),
    })),
  )
  return { rows, total: found.totalDocs, pages: found.totalPages }
}
