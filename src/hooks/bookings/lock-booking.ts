import type { CollectionBeforeOperationHook } from 'payload'
import { lockBookingOf, lockRow } from '../../database/locks.ts'
import { idOf } from '../../domain/id-of.ts'

/** Locks the booking of a line or a visit before anything is read: always the first lock. */
export const lockBooking: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, data } = args as { id?: unknown; data?: { booking?: unknown } }
  if (operation === 'create') await lockRow(req, 'bookings', idOf(data?.booking))
  if (operation === 'update' || operation === 'delete') {
    await lockBookingOf(req, collection.slug, id)
  }
  return args
}
