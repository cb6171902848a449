import { closed, secured } from '../../src/access/collection-access.ts'
import { instantField } from '../../src/fields/instant-field.ts'

export const idempotencyKeys = secured({
  slug: 'idempotency-keys',
  admin: { group: 'Records', hidden: true, useAsTitle: 'key' },
  access: closed,
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  indexes: [{ fields: ['actor', 'route', 'key'], unique: true }],
  fields: [
    { name: 'key', type: 'text', required: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'route', type: 'text', required: true },
    { name: 'bodyHash', type: 'text', required: true },
    { name: 'status', type: 'number' },
    { name: 'response', type: 'json' },
    instantField({ name: 'lockedUntil' }),
  ],
})
