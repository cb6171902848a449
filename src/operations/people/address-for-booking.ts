import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { CreateBooking } from '../../contracts/bookings.ts'
import { referenceOf } from '../../database/reference.ts'
import { remember } from '../../database/scratch.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { placeOf } from '../../domain/scheduling/places.ts'
import { insertDocuments, newId } from '../records/insert-documents.ts'

const unknown = () =>
  new DomainError('invalid-input', 'There is no such address.', { status: 422, field: 'address' })

/**
 * The id of the booking's address: one on file that belongs to the customer, or a new one.
 * @throws {DomainError} invalid-input
 */
export const addressForBooking = async (
  req: PayloadRequest,
  {
    actor,
    address,
    customer,
  }: { actor: Actor; address: CreateBooking['address']; customer: string },
): Promise<string | null> => {
  if (!address) return null
  if (typeof address !== 'string') {
    const { areas } = await referenceOf(req)
    const place = placeOf({ postcode: address.postcode, coordinates: null }, areas)
    const document = {
      country: 'AU',
      ...address,
      id: newId(),
      customer,
      area: place?.area ?? null,
      timezone: place?.timezone ?? null,
    }
    await insertDocuments(req, [{ collection: 'addresses', documents: [document] }])
    remember(req, `addresses:${document.id}`, document)
    return document.id
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
  return found.id
}
