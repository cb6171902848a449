import type { CollectionBeforeDeleteHook, CollectionSlug } from 'payload'
import { DomainError } from '../../domain/domain-error.ts'

/**
 * Guard: a record stays while one of the named collections refers to it under the field.
 * @throws {DomainError} in-use, 409
 */
export const guardInUse =
  (field: string, collections: readonly CollectionSlug[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const where = { [field]: { equals: id } }
    for (const collection of collections) {
      const found = await req.payload.db.findOne({ collection, req, where })
      if (!found) continue
      throw new DomainError('in-use', 'This is part of a booking and stays with it.')
    }
  }
