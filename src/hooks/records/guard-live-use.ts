import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import {
  type BookedRecord,
  countLiveBookings,
} from '../../database/bookings/count-live-bookings.ts'
import { DomainError } from '../../domain/domain-error.ts'

const nouns: Record<BookedRecord, string> = {
  areas: 'area',
  customers: 'customer',
  fieldworkers: 'fieldworker',
  locations: 'location',
  services: 'service',
}

const assertUnused = async (req: PayloadRequest, of: BookedRecord, id: string): Promise<void> => {
  const bookings = await countLiveBookings(req, { of, id })
  if (bookings === 0) return
  const used = bookings === 1 ? '1 open booking needs' : `${bookings} open bookings need`
  const message = `${used} this ${nouns[of]}. Make it inactive, or end the bookings first.`
  throw new DomainError('in-use', message, { details: { bookings } })
}

/**
 * Guard: a record that open bookings need is neither moved to the Deleted list nor deleted for good;
 * `active: false` retires it instead.
 * @throws {DomainError} in-use, with how many
 */
export const guardLiveUse = (
  of: BookedRecord,
): {
  beforeChange: CollectionBeforeChangeHook
  beforeDelete: CollectionBeforeDeleteHook
} => ({
  beforeChange: async ({ data, operation, originalDoc, req }) => {
    const isTrashed = Boolean(data['deletedAt']) && !originalDoc?.deletedAt
    if (operation === 'update' && isTrashed) await assertUnused(req, of, String(originalDoc.id))
    return data
  },
  beforeDelete: ({ id, req }) => assertUnused(req, of, String(id)),
})
