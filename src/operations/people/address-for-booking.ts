import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { CreateBooking } from '../../contracts/bookings/bookings.ts'
import { referenceOf } from '../../database/scheduling/reference-cache.ts'
import { setCached } from '../../database/records/request-cache.ts'
import { companyCountry } from '../../database/records/company-country.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { countryRefusal, readCountry } from '../../domain/records/country.ts'
import { placeOf } from '../../domain/scheduling/places.ts'
import { type NewDocuments } from '../../steps/records/insert-documents.ts'
import { newId } from '../../steps/records/stored-rows.ts'

const unknown = () =>
  new DomainError('invalid-input', 'There is no such address.', { field: 'address' })

/** The code of the country, the company's own where none is given. */
const countryOf = async (req: PayloadRequest, typed: string | undefined) => {
  if (!typed) return companyCountry(req)
  const code = readCountry(typed)
  if (code !== null) return code
  throw new DomainError('invalid-input', countryRefusal, { field: 'address.country' })
}

/**
 * The booking's address: one on file that belongs to the customer, or a new one to be inserted.
 * @throws {DomainError} invalid-input
 */
export const addressForBooking = async (
  req: PayloadRequest,
  {
    actor,
    address,
    customer,
  }: { actor: Actor; address: CreateBooking['address']; customer: string },
): Promise<{ id: string | null; documents?: NewDocuments[] }> => {
  if (!address) return { id: null }
  if (typeof address !== 'string') {
    const { areas } = await referenceOf(req)
    const place = placeOf({ postcode: address.postcode, coordinates: null }, areas)
    const document = {
      ...address,
      country: await countryOf(req, address.country),
      id: newId(),
      customer,
      area: place?.area ?? null,
      timezone: place?.timezone ?? null,
    }
    setCached(req, `addresses:${document.id}`, document)
    return {
      id: document.id,
      documents: [{ collection: 'addresses', documents: [document] }],
    }
  }
  if (actor.kind === 'anonymous') throw unknown()
  const found = await req.payload.findByID({
    collection: 'addresses',
    id: address,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: false,
  })
  if (found?.customer !== customer) throw unknown()
  return { id: found.id }
}
