import { secured } from '../../src/access/collection-access.ts'
import { colourField } from '../../src/fields/colour-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

export const labels = secured({
  slug: 'labels',
  labels: { singular: 'Label', plural: 'Labels' },
  admin: { group: 'People', useAsTitle: 'name', defaultColumns: ['name', 'colour'] },
  access: {
    create: { office: ['booking.edit', 'fieldworker.edit'] },
    read: { office: true },
    update: { office: ['booking.edit', 'fieldworker.edit'] },
    delete: { office: 'settings.edit' },
  },
  hooks: auditedHooks,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    colourField({ required: true, defaultValue: '#64748b' }),
  ],
})
