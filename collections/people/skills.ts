import { secured } from '../../src/access/collection-access.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

export const skills = secured({
  slug: 'skills',
  labels: { singular: 'Skill', plural: 'Skills' },
  admin: { group: 'People', useAsTitle: 'name', defaultColumns: ['name', 'description'] },
  access: {
    create: { office: 'fieldworker.edit' },
    read: { office: true, fieldworker: () => true },
    update: { office: 'fieldworker.edit' },
    delete: { office: 'fieldworker.edit' },
  },
  hooks: auditedHooks,
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'description', type: 'textarea' },
  ],
})
