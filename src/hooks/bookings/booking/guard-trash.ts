import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { may } from '../../../access/actor.ts'
import { DomainError } from '../../../domain/domain-error.ts'
import type { Booking } from '../../../payload-types.ts'
import { actingIn } from '../../../steps/bookings/acting-in.ts'
import { commandIn } from '../../../steps/bookings/command-in.ts'

/**
 * Guard: moving a booking to the Deleted list and back needs the flag.
 * @throws {DomainError} not-allowed
 */
export const guardTrash: CollectionBeforeChangeHook<Booking> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || Boolean(data.deletedAt) === Boolean(originalDoc?.deletedAt)) {
    return data
  }
  const actor = await actingIn(req, commandIn(data))
  if (may(actor, 'booking.delete')) return data
  throw new DomainError('not-allowed', 'Your role may not delete or restore bookings.')
}

/**
 * Guard: a booking is never deleted for good.
 * @throws {DomainError} not-allowed
 */
export const guardPurge: CollectionBeforeDeleteHook = () => {
  throw new DomainError('not-allowed', 'Bookings are kept; move it to the Deleted list instead.')
}
