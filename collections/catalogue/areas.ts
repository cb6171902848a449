import { secured } from '../../src/access/collection-access.ts'
import { areasAdmin } from '../../src/admin/catalogue/areas/areas-admin.ts'
import { coordinatesField } from '../../src/fields/coordinates-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardLiveUse } from '../../src/hooks/records/guard-live-use.ts'

export const areas = secured({
  slug: 'areas',
  labels: { singular: 'Area', plural: 'Areas' },
  admin: {
    ...areasAdmin,
    group: 'Catalogue',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'location', 'timezone', 'active'],
  },
  access: {
    create: { office: 'location.edit' },
    read: { office: true, fieldworker: () => true },
    update: { office: 'location.edit' },
    delete: { office: 'location.edit' },
  },
  hooks: { ...auditedHooks, beforeDelete: [guardLiveUse('areas').beforeDelete] },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'postcodes',
      options: [
        { value: 'postcodes', label: 'A list of postcodes' },
        { value: 'radius', label: 'A circle on the map' },
      ],
    },
    {
      name: 'postcodes',
      type: 'text',
      hasMany: true,
      admin: { condition: (data) => data['kind'] !== 'radius' },
    },
    {
      ...coordinatesField('centre', 'Centre'),
      admin: { condition: (data) => data['kind'] === 'radius' },
    },
    {
      name: 'radiusKm',
      label: 'Radius (km)',
      type: 'number',
      min: 0,
      max: 2000,
      admin: { condition: (data) => data['kind'] === 'radius' },
    },
    timezoneField({ required: true }),
    { name: 'location', type: 'relationship', relationTo: 'locations' },
    { name: 'active', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
  ],
})
