import { isOffice } from '../../domain/bookings/office.ts'
import type { PayloadRequest } from 'payload'
import { actorOf } from '../../access/actor.ts'
import { pointOf } from '../../contracts/scheduling/place-query.ts'
import { postcodeCentroid } from '../../database/scheduling/postcode-centroid.ts'
import { DomainError } from '../../domain/domain-error.ts'
import type { Coordinates } from '../../domain/scheduling/distance.ts'
import type { PlaceQuery } from '../../steps/scheduling/resolve-place.ts'

type Asked = {
  location?: string | undefined
  address?: string | undefined
  postcode?: string | undefined
  lat?: number | undefined
  lng?: number | undefined
}

const addressOf = async (req: PayloadRequest, id: string) => {
  const address = await req.payload.findByID({
    collection: 'addresses',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (address) return address
  throw new DomainError('not-found', 'There is no such address.', {
    field: 'address',
  })
}

const known = (point: Partial<Record<'lat' | 'lng', null | number>> | undefined) =>
  typeof point?.lat === 'number' && typeof point.lng === 'number'
    ? ({ lat: point.lat, lng: point.lng } satisfies Coordinates)
    : null

/**
 * The place that a question names. People travel to a point only where it is the office that asks or
 * the point of an address that the asker may read; else to about where the postcode is, so that
 * nobody finds out where other visits are by asking from many points.
 * @throws {DomainError} not-found for an address
 */
export const placeAsked = async (req: PayloadRequest, asked: Asked): Promise<PlaceQuery> => {
  const { location, postcode } = asked
  const isCoarse = !isOffice(await actorOf(req))
  if (asked.address && !location) {
    const address = await addressOf(req, asked.address)
    return { postcode: address.postcode, coordinates: known(address.coordinates), isCoarse }
  }
  const coordinates = pointOf(asked)
  if (!coordinates || !isCoarse) return { location, postcode, coordinates, isCoarse }
  const about = postcode ? await postcodeCentroid(req, postcode) : null
  return { location, postcode, coordinates, about, isCoarse }
}
