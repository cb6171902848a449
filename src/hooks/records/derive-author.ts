import type { CollectionBeforeChangeHook } from 'payload'
import { actorOf } from '../../access/actor.ts'

/**
 * Derive: whoever makes a record is kept in it under `field`, as a copy that outlives the account;
 * what its sender says there counts for nothing, and a later change leaves it as it is.
 */
export const deriveAuthor =
  (field: string): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    if (operation === 'update') return { ...data, [field]: originalDoc?.[field] }
    const { id, kind, name } = await actorOf(req)
    return { ...data, [field]: { kind, account: id ?? null, name } }
  }
