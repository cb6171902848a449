import type { PayloadRequest } from 'payload'
import { type Actor, may } from '../../../access/actor.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { ServiceState } from '../../../domain/catalogue/service-state.ts'
import { currencyDigits } from '../../../domain/words/money-words.ts'
import type { Service } from '../../../payload-types.ts'
import { stateOf } from './load-services.ts'
import { emptyService, type ServiceDraft } from './service-draft.ts'

export type PersonChoice = { id: string; name: string; services: string[]; skills: string[] }
export type Named = { id: string; name: string }

/** What the form chooses from. */
export type ServiceChoices = {
  categories: Named[]
  skills: Named[]
  locations: Named[]
  people: PersonChoice[]
}

type ServiceView = {
  id: string
  draft: ServiceDraft
  state: ServiceState
  active: boolean
  deletedAt: string | null
}

const typed = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

const ids = (values: unknown[] | null | undefined): string[] =>
  (values ?? []).flatMap((value) => idOf(value) ?? [])

const questionsIn = ({ questions }: Service): ServiceDraft['questions'] =>
  (questions ?? []).map(({ key, label, type, required, options }) => ({
    ...{ row: key, key, label, type, required: required === true },
    options: (options ?? []).join('\n'),
  }))

const draftOf = (service: Service, people: PersonChoice[], currency: string): ServiceDraft => {
  const digits = currencyDigits(currency)
  return {
    ...emptyService,
    ...{ name: service.name, slug: service.slug, description: service.description ?? '' },
    category: idOf(service.category) ?? '',
    durationMinutes: typed(service.durationMinutes),
    bufferBeforeMinutes: typed(service.bufferBeforeMinutes),
    bufferAfterMinutes: typed(service.bufferAfterMinutes),
    noticeMinutes: typed(service.noticeMinutes),
    horizonDays: typed(service.horizonDays),
    slotIntervalMinutes: typed(service.slotIntervalMinutes),
    priceModel: service.priceModel,
    price: service.priceAmount > 0 ? (service.priceAmount / 10 ** digits).toFixed(digits) : '',
    taxPercent: typed(service.taxPercent),
    ...{ mode: service.mode, bookable: service.bookable === true },
    requiresApproval: service.requiresApproval === true,
    locationTypes: [...service.locationTypes],
    ...{ locations: ids(service.locations), skills: ids(service.skills) },
    crewSize: typed(service.crewSize ?? 1),
    assignmentMethod: service.assignmentMethod ?? 'inherit',
    questions: questionsIn(service),
    people: people.filter(({ services }) => services.includes(service.id)).map(({ id }) => id),
  }
}

const all = (req: PayloadRequest) =>
  ({ sort: 'name', pagination: false, depth: 0, overrideAccess: false, req }) as const

/** Categories, skills, locations and, for those who may see them, people. */
export const loadServiceChoices = async (
  req: PayloadRequest,
  actor: Actor,
): Promise<ServiceChoices> => {
  const [categories, skills, locations, people] = await Promise.all([
    req.payload.find({ collection: 'service-categories', ...all(req) }),
    req.payload.find({ collection: 'skills', ...all(req) }),
    req.payload.find({
      ...{ collection: 'locations', where: { active: { equals: true } }, ...all(req) },
    }),
    may(actor, 'fieldworker.view')
      ? req.payload.find({
          ...{ collection: 'fieldworkers', where: { active: { equals: true } }, ...all(req) },
        })
      : undefined,
  ])
  const named = ({ id, name }: Named) => ({ id, name })
  return {
    categories: categories.docs.map(named),
    skills: skills.docs.map(named),
    locations: locations.docs.map(named),
    people: (people?.docs ?? []).map((person) => ({
      ...{ id: person.id, name: person.name },
      ...{ services: ids(person.services), skills: ids(person.skills) },
    })),
  }
}

/** A service as its form holds it; undefined where the caller may not see it. */
export const loadService = async (
  req: PayloadRequest,
  asked: { actor: Actor; id: string; people: PersonChoice[]; currency: string },
): Promise<ServiceView | undefined> => {
  const { docs } = await req.payload.find({
    collection: 'services',
    where: { id: { equals: asked.id } },
    trash: may(asked.actor, 'catalogue.edit'),
    ...{ depth: 0, limit: 1, pagination: false, overrideAccess: false, req },
  })
  const [service] = docs
  if (!service) return undefined
  return {
    id: service.id,
    draft: draftOf(service, asked.people, asked.currency),
    state: await stateOf(req, service),
    ...{ active: service.active === true, deletedAt: service.deletedAt ?? null },
  }
}
