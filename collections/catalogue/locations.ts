import type { Where } from 'payload'
import { secured } from '../../src/access/collection-access.ts'
import { coordinatesField } from '../../src/fields/coordinates-field.ts'
import { hoursExceptionsField, weeklyHoursField } from '../../src/fields/hours-fields.ts'
import { postalAddressFields } from '../../src/fields/postal-address-fields.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardLiveUse } from '../../src/hooks/records/guard-live-use.ts'

const open: Where = { and: [{ active: { equals: true } }, { deletedAt: { exists: false } }] }

const inUse = guardLiveUse('locations')

export const locations = secured({
  slug: 'locations',
  labels: { singular: 'Location', plural: 'Locations' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'name',
    defaultColumns: ['name', 'phone', 'timezone', 'active'],
  },
  trash: true,
  access: {
    create: { office: 'location.edit' },
    read: { office: true, anyone: open },
    update: { office: 'location.edit' },
    delete: { office: 'location.edit' },
  },
  hooks: {
    ...auditedHooks,
    beforeChange: [inUse.beforeChange],
    beforeDelete: [inUse.beforeDelete],
  },
  fields: [
    { name: 'name', type: 'text', required: true },
    phoneField(),
    { name: 'address', type: 'group', fields: postalAddressFields({ required: false }) },
    coordinatesField(),
    timezoneField({ required: true }),
    weeklyHoursField('openingHours', 'Opening hours'),
    hoursExceptionsField(),
    { name: 'active', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
  ],
})
