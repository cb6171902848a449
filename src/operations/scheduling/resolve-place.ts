import type { PayloadRequest } from 'payload'
import {
  type AvailabilityArea,
  type AvailabilityLocation,
  type AvailabilityService,
  readAreas,
  readLocation,
} from '../../database/availability-queries.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { placeOf } from '../../domain/scheduling/places.ts'

/** Where a visit is to be: a location of the business, or the site's postcode and point. */
export type PlaceQuery = {
  location?: string | null | undefined
  postcode?: string | null | undefined
  coordinates?: Coordinates | null | undefined
}

/** What the search needs of a place. `kind` says which hours and people count. */
export type ResolvedPlace = {
  kind: 'fixed' | 'mobile' | 'remote'
  timezone: string
  /** Areas that cover the site; somebody eligible works in one of them. */
  areas: string[]
  area: { id: string; name: string } | null
  location: { id: string; name: string } | null
  /** The location whose opening hours bound the visit: only where the visit is there (AV-05). */
  opening: AvailabilityLocation | null
}

/**
 * The place of a visit, or null when no area where the service is offered covers the address.
 * @throws {DomainError} invalid-input (422) when the place is missing or does not offer the service
 */
export const resolvePlace = async (
  req: PayloadRequest,
  input: { service: AvailabilityService; place: PlaceQuery; from: number; to: number },
): Promise<ResolvedPlace | null> => {
  const { service, place } = input
  if (place.location) return atLocation(req, { ...input, location: place.location })
  if (place.postcode || place.coordinates) return atAddress(req, { service, place })
  if (service.locationTypes.includes('remote')) {
    return { ...nowhere, kind: 'remote', timezone: service.companyTimezone }
  }
  throw refused('postcode', 'Say where: give a location or a postcode.')
}

const nowhere = { areas: [], area: null, location: null, opening: null }

const refused = (field: string, message: string) =>
  new DomainError('invalid-input', message, { status: 422, field })

const atLocation = async (
  req: PayloadRequest,
  input: { service: AvailabilityService; location: string; from: number; to: number },
): Promise<ResolvedPlace> => {
  const opening = await readLocation(req, input.location, input)
  const offered = input.service.locations
  if (!opening || (offered.length > 0 && !offered.includes(opening.id)))
    throw refused('location', `${input.service.name} is not offered at this location.`)
  const location = { id: opening.id, name: opening.name }
  return { kind: 'fixed', timezone: opening.timezone, areas: [], area: null, location, opening }
}

const atAddress = async (
  req: PayloadRequest,
  { service, place }: { service: AvailabilityService; place: PlaceQuery },
): Promise<ResolvedPlace | null> => {
  const isOffered = (area: AvailabilityArea) =>
    service.locations.length === 0 || !area.location || service.locations.includes(area.location)
  const areas = (await readAreas(req)).filter(isOffered)
  const found = placeOf(
    { postcode: place.postcode ?? null, coordinates: place.coordinates ?? null },
    areas,
  )
  const area = areas.find(({ id }) => id === found?.area)
  if (!found || !area) return null
  return {
    kind: 'mobile',
    timezone: found.timezone,
    areas: found.areas,
    area: { id: area.id, name: area.name },
    location: area.location ? { id: area.location, name: area.locationName ?? '' } : null,
    opening: null,
  }
}
