import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { assertMayOwn, type OwnerFacts } from '../../../domain/bookings/may-own.ts'
import { idOf } from '../../../domain/id-of.ts'
import type { Booking, Role } from '../../../payload-types.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

const factsOf = async (req: PayloadRequest, id: string): Promise<OwnerFacts | null> => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 1,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  if (!user) return null
  const { permissions } = (user.role ?? {}) as Role
  return { kind: user.kind, active: user.active, permissions: permissions ?? [] }
}

/**
 * Guard: a booking is looked after by somebody of the office who may edit bookings, whichever way
 * the owner is set. An owner who has lost the right since stays until there is another.
 * @throws {DomainError} invalid-input
 */
export const guardBookingOwner: CollectionBeforeChangeHook<Booking> = async ({
  data,
  originalDoc,
  req,
}) => {
  const owner = idOf(data.owner)
  if (!owner || owner === idOf(originalDoc?.owner) || commandIn(data).as) return data
  assertMayOwn(await factsOf(req, owner))
  return data
}
