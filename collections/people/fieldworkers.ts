import { secured } from '../../src/access/collection-access.ts'
import { officeOrFieldworkerReads, officeReads } from '../../src/access/field-access.ts'
import { giveLoginEndpoint } from '../../src/endpoints/people/give-login.ts'
import { fieldworkersAdmin } from '../../src/admin/people/team/fieldworkers-admin.ts'
import { colourField } from '../../src/fields/colour-field.ts'
import { coordinatesField } from '../../src/fields/coordinates-field.ts'
import { hoursExceptionsField, weeklyHoursField } from '../../src/fields/hours-fields.ts'
import { emailField } from '../../src/fields/email-field.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardLiveUse } from '../../src/hooks/records/guard-live-use.ts'

const own = (fieldworker: string) => ({ id: { equals: fieldworker } })

const inUse = guardLiveUse('fieldworkers')

export const fieldworkers = secured({
  slug: 'fieldworkers',
  labels: { singular: 'Fieldworker', plural: 'Fieldworkers' },
  admin: {
    ...fieldworkersAdmin,
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'phone', 'skills', 'areas', 'active'],
    listSearchableFields: ['name', 'email', 'phone'],
  },
  trash: true,
  endpoints: [giveLoginEndpoint],
  access: {
    create: { office: 'fieldworker.edit' },
    read: { office: 'fieldworker.view', fieldworker: own },
    update: { office: 'fieldworker.edit', fieldworker: own },
    delete: { office: 'fieldworker.edit' },
  },
  selfService: ['phone'],
  disableDuplicate: true,
  hooks: {
    ...auditedHooks,
    beforeChange: [inUse.beforeChange],
    beforeDelete: [inUse.beforeDelete],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Person',
          fields: [
            { name: 'name', type: 'text', required: true },
            {
              type: 'row',
              fields: [
                emailField({ access: { read: officeOrFieldworkerReads } }),
                phoneField({ access: { read: officeOrFieldworkerReads } }),
              ],
            },
            { name: 'photo', type: 'upload', relationTo: 'media' },
            { name: 'user', type: 'relationship', relationTo: 'users' },
            {
              name: 'parent',
              label: 'Works for',
              type: 'relationship',
              relationTo: 'fieldworkers',
            },
          ],
        },
        {
          label: 'Work',
          fields: [
            { name: 'services', type: 'relationship', relationTo: 'services', hasMany: true },
            { name: 'skills', type: 'relationship', relationTo: 'skills', hasMany: true },
            { name: 'areas', type: 'relationship', relationTo: 'areas', hasMany: true },
            { name: 'locations', type: 'relationship', relationTo: 'locations', hasMany: true },
            {
              name: 'assignmentMethod',
              type: 'select',
              defaultValue: 'inherit',
              options: ['inherit', 'direct', 'request', 'broadcast'],
            },
            {
              ...coordinatesField('home', 'Starting point'),
              access: { read: officeOrFieldworkerReads },
            },
          ],
        },
        {
          label: 'Hours',
          fields: [
            timezoneField({ required: true }),
            weeklyHoursField('workingHours', 'Working hours'),
            hoursExceptionsField(),
          ],
        },
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
    {
      name: 'blocked',
      type: 'checkbox',
      defaultValue: false,
      access: { read: officeReads },
      admin: { position: 'sidebar', description: 'Gets no new work.' },
    },
    {
      name: 'label',
      type: 'relationship',
      relationTo: 'labels',
      access: { read: officeReads },
      admin: { position: 'sidebar' },
    },
    colourField({ admin: { position: 'sidebar', placeholder: '#2563eb' } }),
  ],
})
