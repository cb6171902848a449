import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { AuthStrategy, Payload } from 'payload'

type StoredKey = { id: string; expiresAt?: null | string }
type Database = { drizzle: { execute: (statement: ReturnType<typeof sql>) => Promise<unknown> } }

/** What an integrator's key begins with, so that a leaked one is recognised as ours. */
export const keyPrefix = 'fbk_'

/** All that is kept of a key. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')

const noteUse = async (payload: Payload, id: string): Promise<void> => {
  const { drizzle } = payload.db as unknown as Database
  await drizzle.execute(sql`update api_keys set last_used_at = now() where id = ${id}
    and (last_used_at is null or last_used_at < now() - interval '1 minute')`)
}

/**
 * Signs in the integration whose key comes as `Authorization: Bearer fbk_…`. A key that is unknown,
 * switched off or expired is nobody; the time of its last use is kept to the minute.
 */
export const apiKeySession: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const [scheme, key = ''] = (headers.get('authorization') ?? '').split(' ')
    if (scheme !== 'Bearer' || !key.startsWith(keyPrefix)) return { user: null }
    const stored = await payload.db.findOne<StoredKey>({
      collection: 'api-keys',
      where: { and: [{ keyHash: { equals: hashOfKey(key) } }, { active: { equals: true } }] },
    })
    if (!stored) return { user: null }
    if (stored.expiresAt && Date.parse(stored.expiresAt) <= Date.now()) return { user: null }
    await noteUse(payload, stored.id)
    return { user: { ...stored, collection: 'api-keys', _strategy: 'api-key' } as never }
  },
}
