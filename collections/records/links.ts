import { closed, secured } from '../../src/access/collection-access.ts'
import { instantField } from '../../src/fields/instant-field.ts'

export const links = secured({
  slug: 'links',
  admin: { group: 'Records', hidden: true, useAsTitle: 'purpose' },
  access: closed,
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  indexes: [{ fields: ['subjectType', 'subjectId', 'purpose'] }],
  fields: [
    {
      name: 'purpose',
      type: 'select',
      required: true,
      options: ['view', 'cancel', 'reschedule', 'sign-in', 'invite', 'reset', 'enter'],
    },
    { name: 'tokenHash', type: 'text', required: true, unique: true },
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', required: true },
    instantField({ name: 'expiresAt', required: true }),
    instantField({ name: 'usedAt' }),
    { name: 'maxUses', type: 'number', defaultValue: 1 },
  ],
})
