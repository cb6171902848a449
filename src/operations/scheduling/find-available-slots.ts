import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { combineServices } from '../../domain/scheduling/combine-services.ts'
import { findSlots, type Slot } from '../../domain/scheduling/find-slots.ts'
import { publicCount } from '../../domain/scheduling/public-count.ts'
import { slotWindow } from '../../domain/scheduling/slot-window.ts'
import type { AvailabilityService } from '../../database/scheduling/reference-types.ts'
import { serviceIn } from './find-service.ts'
import { loadAvailability } from '../../steps/scheduling/load-availability.ts'
import {
  type PlaceQuery,
  type ResolvedPlace,
  resolvePlace,
} from '../../steps/scheduling/resolve-place.ts'

export type AvailableSlots = {
  mode: 'instant' | 'request'
  reason: 'unknown-postcode' | 'by-request' | null
  timezone: string
  /** Of the company. */
  locale: string
  place: ResolvedPlace | null
  slots: Slot[]
}

type SlotsAsked = {
  service: string
  place: PlaceQuery
  from: string
  to: string
  fieldworker?: string | undefined
  quantity?: number | undefined
  /** People one visit needs, where that is more than the service's crew. */
  crew?: number | undefined
  /** More services of the same visit, by slug or id. */
  also?: string[] | undefined
  /** A visit that is being moved: its own time counts as free. */
  except?: string | undefined
  /** A hold of the asker's: the time that it keeps counts as free. */
  hold?: string | undefined
  now: number
}

/**
 * The slots of a service at a place on local dates, both inclusive, in two SQL statements. The
 * office sees slots of by-request services too; everybody else gets counts in steps, and ways in
 * coarse ones.
 * @throws {DomainError} not-found, feature-off, invalid-input
 */
export const findAvailableSlots = async (
  req: PayloadRequest,
  input: SlotsAsked,
): Promise<AvailableSlots> => {
  const { from, to, now, quantity, fieldworker, except, hold } = input
  const actor = await actorOf(req)
  const reference = await referenceOf(req)
  const [first, ...others] = [input.service, ...(input.also ?? [])].map((asked) =>
    serviceIn(reference, { service: asked, actor }),
  ) as [AvailabilityService, ...AvailabilityService[]]
  const service = inOneVisit(first, others, input.crew)
  const { companyLocale: locale } = reference
  const none = { timezone: service.companyTimezone, locale, place: null, slots: [] }
  if (service.mode === 'request' && !isOffice(actor))
    return { ...none, mode: 'request', reason: 'by-request' }
  const isStranger = !isOffice(actor)
  const asked = { ...input.place, isCoarse: isStranger }
  const place = resolvePlace(reference, { service, place: asked })
  if (!place) return { ...none, mode: 'request', reason: 'unknown-postcode' }

  const { timezone } = place
  const window = slotWindow({ service, from, to, timezone })
  const at = { place, window, now, except, hold }
  const found = await loadAvailability(req, { reference, service, ...at })
  const slots = findSlots({ ...found, service, from, to, timezone, now, quantity, fieldworker })
  if (isStranger) for (const slot of slots) slot.available = publicCount(slot.available)
  return { mode: 'instant', reason: null, timezone, locale, place, slots }
}

/**
 * Several services as one: by request if one of them is, at the places that offer them all.
 * @throws {DomainError} invalid-input where there is no such place
 */
const inOneVisit = (
  first: AvailabilityService,
  others: AvailabilityService[],
  crew = 1,
): AvailabilityService => {
  const all = [first, ...others]
  const places = all.map(({ locations }) => locations).filter((list) => list.length > 0)
  const shared = (places[0] ?? []).filter((id) => places.every((list) => list.includes(id)))
  if (places.length > 0 && shared.length === 0)
    throw new DomainError('invalid-input', 'These services are not offered at one place.', {
      field: 'also',
    })
  const combined = combineServices(first, others)
  return {
    ...combined,
    crewSize: Math.max(combined.crewSize, crew),
    mode: all.some(({ mode }) => mode === 'request') ? 'request' : 'instant',
    locations: shared,
    locationTypes: first.locationTypes.filter((type) =>
      all.every(({ locationTypes }) => locationTypes.includes(type)),
    ),
    alsoServices: others.map(({ id }) => id),
  }
}
