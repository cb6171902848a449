import { DomainError } from '../domain-error.ts'

export type PlaceKind = 'fixed' | 'mobile' | 'remote'

type Asked = {
  service: { name: string; locationTypes: readonly PlaceKind[] }
  place: { location?: unknown; postcode?: unknown; coordinates?: unknown }
}

const refused = (field: string, message: string) =>
  new DomainError('invalid-input', message, { field })

/**
 * How a service is done at a place: at a location of the business, at the customer's address, or
 * from afar, whatever the address, where it is not done there. A service is booked only where its
 * location types say.
 * @throws {DomainError} invalid-input
 */
export const placeKind = ({ service: { name, locationTypes }, place }: Asked): PlaceKind => {
  const isOffered = (kind: PlaceKind) => locationTypes.includes(kind)
  if (place.location) {
    if (isOffered('fixed')) return 'fixed'
    const where = isOffered('mobile') ? 'at the customer’s address' : 'by phone or video'
    throw refused('location', `${name} is done ${where}, not at a location. Leave it out.`)
  }
  const hasAddress = Boolean(place.postcode ?? place.coordinates)
  if (hasAddress && isOffered('mobile')) return 'mobile'
  if (isOffered('remote')) return 'remote'
  if (!isOffered('mobile')) {
    throw refused(
      hasAddress ? 'postcode' : 'location',
      `${name} is done at one of our locations. Choose the location.`,
    )
  }
  throw refused('postcode', 'Say where: give a location or a postcode.')
}
