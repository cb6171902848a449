import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/actor.ts'
import type { CreateBooking } from '../../contracts/bookings.ts'
import { DomainError } from '../../domain/domain-error.ts'

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
    const { id } = await req.payload.create({
      collection: 'addresses',
      data: { ...address, customer },
      depth: 0,
      req,
      overrideAccess: true,
    })
    return id
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
