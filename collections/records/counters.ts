import { closed, secured } from '../../src/access/collection-access.ts'

export const counters = secured({
  slug: 'counters',
  admin: { group: 'Records', hidden: true, useAsTitle: 'name' },
  access: closed,
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'value', type: 'number', required: true, defaultValue: 0 },
  ],
})
