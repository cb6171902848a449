import { randomBytes } from 'node:crypto'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { hashOfKey, keyPrefix } from '../../access/api-key-session.ts'

/** Derive: a new key of 32 random bytes, of which only the hash and the beginning are stored. */
export const deriveApiKey: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create') return data
  const key = `${keyPrefix}${randomBytes(32).toString('base64url')}`
  return { ...data, key, keyHash: hashOfKey(key), prefix: key.slice(0, 10) }
}

/** Announce: the answer that creates a key is the only one that shows it. */
export const announceApiKey: CollectionAfterChangeHook = ({ data, doc, operation }) =>
  operation === 'create' ? { ...doc, key: (data as { key?: string }).key } : doc
