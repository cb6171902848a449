import type { PayloadRequest } from 'payload'
import { cachedDocument } from '../../database/scheduling/reference-cache.ts'
import { cached } from '../../database/records/request-cache.ts'
import type { PlaceQuery } from '../scheduling/resolve-place.ts'
import type { Address } from '../../payload-types.ts'
import { idOf } from '../../domain/id-of.ts'

export type BookingPlace = { query: PlaceQuery; timezone: string | null }

type Placed = { address?: unknown; location?: unknown }

/** Where a booking or a visit takes place, as the slot search asks for it. */
export const placeOfBooking = async (
  req: PayloadRequest,
  { address, location }: Placed,
): Promise<BookingPlace> => {
  const of = { req, depth: 0, overrideAccess: true } as const
  const locationId = idOf(location)
  if (locationId) {
    const found = await cachedDocument(req, `locations:${locationId}`, () =>
      req.payload.findByID({ collection: 'locations', id: locationId, ...of }),
    )
    return { query: { location: locationId }, timezone: found.timezone }
  }
  const addressId = idOf(address)
  if (!addressId) return { query: {}, timezone: null }
  const found = await cached<Address>(req, `addresses:${addressId}`, () =>
    req.payload.findByID({ collection: 'addresses', id: addressId, ...of }),
  )
  const { lat, lng } = found.coordinates ?? {}
  const coordinates = typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
  return { query: { postcode: found.postcode, coordinates }, timezone: found.timezone ?? null }
}
