import type { CollectionBeforeValidateHook } from 'payload'
import { companyCountry } from '../../database/records/company-country.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { placeOf } from '../../domain/scheduling/places.ts'
import type { Address } from '../../payload-types.ts'

/**
 * Derive: postcode and point decide an address's area and time zone, without a geocoder; an address
 * without a country is in the company's.
 */
export const deriveAddress: CollectionBeforeValidateHook<Address> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data || req.context?.['channel'] === 'seed') return data
  const { postcode, coordinates } = { ...originalDoc, ...data }
  const { lat, lng } = coordinates ?? {}
  const point = typeof lat === 'number' && typeof lng === 'number' ? { lat, lng } : null
  const { areas } = await referenceOf(req)
  const place = placeOf(
    // The field's own check refuses anything else, after this.
    { postcode: typeof postcode === 'string' ? postcode : null, coordinates: point },
    areas,
  )
  const isWithoutCountry = operation === 'create' && !data.country
  return {
    ...data,
    ...(isWithoutCountry && { country: await companyCountry(req) }),
    area: place?.area ?? null,
    timezone: place?.timezone ?? null,
  }
}
