import { secured } from '../../src/access/collection-access.ts'

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
  fields: [
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'description', type: 'textarea' },
  ],
})
