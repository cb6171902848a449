import type {
  AvailabilityArea,
  AvailabilityLocation,
  AvailabilityService,
  ReferenceData,
} from '../../database/scheduling/reference-types.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import { placeKind } from '../../domain/scheduling/place-kind.ts'
import { placeOf } from '../../domain/scheduling/places.ts'

/** Where a visit is to be: a location of the business, or the site's postcode and point. */
export type PlaceQuery = {
  location?: string | null | undefined
  postcode?: string | null | undefined
  coordinates?: Coordinates | null | undefined
  /** Where people travel to, in place of the point: about where it is, or nowhere known. */
  about?: Coordinates | null | undefined
  /** Ways are reckoned in coarse steps: the asker may not learn where other visits are. */
  isCoarse?: boolean | undefined
}

/** What the search needs of a place. `kind` says which hours and people count. */
export type ResolvedPlace = {
  kind: 'fixed' | 'mobile' | 'remote'
  timezone: string
  /** Areas that cover the site; somebody eligible works in one of them. */
  areas: string[]
  area: { id: string; name: string } | null
  location: { id: string; name: string } | null
  /** The location whose opening hours bound the visit: only where the visit is there. */
  opening: AvailabilityLocation | null
  /** Where people travel to, as far as it is known. */
  coordinates: Coordinates | null
  isCoarse?: boolean
}

type Asked = { service: AvailabilityService; place: PlaceQuery }

/**
 * The place of a visit, or null when no area where the service is offered covers the address.
 * @throws {DomainError} invalid-input (422) when the place is missing or does not offer the service
 */
export const resolvePlace = (reference: ReferenceData, asked: Asked): ResolvedPlace | null => {
  const { service, place } = asked
  const { isCoarse = false, location } = place
  const kind = placeKind(asked)
  if (kind === 'remote') return { ...nowhere, kind, timezone: service.companyTimezone }
  if (location) return { ...atLocation(reference, { service, location }), isCoarse }
  const found = atAddress(reference, asked)
  return found && { ...found, isCoarse }
}

const nowhere = { areas: [], area: null, location: null, opening: null, coordinates: null }

const refused = (field: string, message: string) =>
  new DomainError('invalid-input', message, { field })

const atLocation = (
  { locations }: ReferenceData,
  { service, location: id }: { service: AvailabilityService; location: string },
): ResolvedPlace => {
  const opening = locations.find((location) => location.id === id)
  const offered = service.locations
  if (!opening || (offered.length > 0 && !offered.includes(opening.id)))
    throw refused('location', `${service.name} is not offered at this location.`)
  const { name, timezone, coordinates } = opening
  return { ...nowhere, kind: 'fixed', timezone, location: { id, name }, opening, coordinates }
}

const atAddress = (reference: ReferenceData, { service, place }: Asked): ResolvedPlace | null => {
  const isOffered = (area: AvailabilityArea) =>
    service.locations.length === 0 || !area.location || service.locations.includes(area.location)
  const areas = reference.areas.filter(isOffered)
  const coordinates = place.coordinates ?? null
  const found = placeOf({ postcode: place.postcode ?? null, coordinates }, areas)
  const area = areas.find(({ id }) => id === found?.area)
  if (!found || !area) return null
  return {
    kind: 'mobile',
    timezone: found.timezone,
    areas: found.areas,
    area: { id: area.id, name: area.name },
    location: area.location ? { id: area.location, name: area.locationName ?? '' } : null,
    opening: null,
    coordinates: place.about === undefined ? coordinates : place.about,
  }
}
