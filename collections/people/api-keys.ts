import { keysAdmin } from '../../src/admin/people/keys/keys-admin.ts'
import { apiKeySession } from '../../src/access/api-key-session.ts'
import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { guardKeyRights } from '../../src/hooks/people/guard-key-rights.ts'
import { announceApiKey, deriveApiKey } from '../../src/hooks/people/issue-api-key.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

const editors = { office: 'api-keys.edit' } as const

export const apiKeys = secured({
  slug: 'api-keys',
  labels: { singular: 'API key', plural: 'API keys' },
  admin: {
    ...keysAdmin,
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'prefix', 'role', 'scopes', 'lastUsedAt', 'active'],
  },
  auth: { disableLocalStrategy: true, strategies: [apiKeySession] },
  disableDuplicate: true,
  access: { create: editors, read: editors, update: editors, delete: editors },
  hooks: {
    ...auditedHooks,
    beforeOperation: [...auditedHooks.beforeOperation, guardKeyRights],
    beforeChange: [deriveApiKey],
    afterChange: [...auditedHooks.afterChange, announceApiKey],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'prefix',
      type: 'text',
      admin: { readOnly: true },
      access: { create: never, update: never },
    },
    {
      name: 'key',
      type: 'text',
      virtual: true,
      admin: { hidden: true },
      access: { update: never },
    },
    {
      name: 'keyHash',
      type: 'text',
      unique: true,
      admin: { hidden: true },
      access: { create: never, read: never, update: never },
    },
    { name: 'role', type: 'relationship', relationTo: 'roles', required: true },
    {
      name: 'scopes',
      type: 'text',
      hasMany: true,
      admin: { description: 'For example bookings:read, bookings:write.' },
    },
    {
      type: 'row',
      fields: [
        instantField({ name: 'expiresAt' }),
        instantField({ name: 'lastUsedAt', admin: { readOnly: true } }),
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true },
  ],
})
