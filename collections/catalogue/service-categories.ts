import { secured } from '../../src/access/collection-access.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

export const serviceCategories = secured({
  slug: 'service-categories',
  labels: { singular: 'Service category', plural: 'Service categories' },
  admin: { group: 'Catalogue', useAsTitle: 'name', defaultColumns: ['name', 'order'] },
  access: {
    create: { office: 'catalogue.edit' },
    read: { office: true, anyone: true },
    update: { office: 'catalogue.edit' },
    delete: { office: 'catalogue.edit' },
  },
  hooks: auditedHooks,
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'order', type: 'number', defaultValue: 0 },
    { name: 'description', type: 'textarea' },
  ],
})
