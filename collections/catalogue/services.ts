import type { PayloadRequest, Where } from 'payload'
import { secured } from '../../src/access/collection-access.ts'
import { officeReads } from '../../src/access/field-access.ts'
import { servicesAdmin } from '../../src/admin/catalogue/services/services-admin.ts'
import { referenceOf } from '../../src/database/scheduling/reference-cache.ts'
import { staffedServices } from '../../src/domain/catalogue/service-state.ts'
import { amountField } from '../../src/fields/amount-field.ts'
import { serviceQuestionsField } from '../../src/fields/service-questions-field.ts'
import { serviceTimeFields } from '../../src/fields/service-time-fields.ts'
import { deriveSlug } from '../../src/hooks/catalogue/derive-slug.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardLiveUse } from '../../src/hooks/records/guard-live-use.ts'

/** Switched on, and somebody can do it: one that is half set up is for the office. */
const onSale = async (req: PayloadRequest): Promise<Where> => {
  const { services: known, people } = await referenceOf(req)
  const staffed = { id: { in: staffedServices(known, people) } }
  return { and: [{ active: { equals: true } }, { deletedAt: { exists: false } }, staffed] }
}

const inUse = guardLiveUse('services')

export const services = secured({
  slug: 'services',
  labels: { singular: 'Service', plural: 'Services' },
  admin: {
    group: 'Catalogue',
    useAsTitle: 'name',
    defaultColumns: ['name', 'category', 'durationMinutes', 'priceAmount', 'mode', 'active'],
    listSearchableFields: ['name', 'slug', 'description'],
    ...servicesAdmin,
  },
  trash: true,
  access: {
    create: { office: 'catalogue.edit' },
    read: { office: true, anyone: onSale },
    update: { office: 'catalogue.edit' },
    delete: { office: 'catalogue.edit' },
  },
  hooks: {
    ...auditedHooks,
    beforeValidate: [deriveSlug],
    beforeChange: [inUse.beforeChange],
    beforeDelete: [inUse.beforeDelete],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Service',
          fields: [
            { name: 'name', type: 'text', required: true },
            { name: 'slug', type: 'text', required: true, unique: true },
            { name: 'category', type: 'relationship', relationTo: 'service-categories' },
            { name: 'description', type: 'textarea' },
            { name: 'image', type: 'upload', relationTo: 'media' },
          ],
        },
        { label: 'Time', fields: serviceTimeFields },
        {
          label: 'Price',
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'priceModel',
                  type: 'select',
                  required: true,
                  defaultValue: 'job',
                  options: [
                    { value: 'job', label: 'Per job' },
                    { value: 'time', label: 'Per hour' },
                    { value: 'unit', label: 'Per unit' },
                  ],
                },
                amountField({ name: 'priceAmount', required: true, defaultValue: 0 }),
                {
                  name: 'taxPercent',
                  type: 'number',
                  min: 0,
                  max: 100,
                  admin: { description: 'Leave empty to use the default rate.' },
                },
              ],
            },
          ],
        },
        {
          label: 'Booking',
          fields: [
            {
              name: 'mode',
              type: 'select',
              required: true,
              defaultValue: 'instant',
              options: [
                { value: 'instant', label: 'Customers pick a free slot' },
                { value: 'request', label: 'Customers send a request' },
              ],
            },
            { name: 'requiresApproval', type: 'checkbox', defaultValue: false },
            {
              name: 'locationTypes',
              type: 'select',
              hasMany: true,
              required: true,
              defaultValue: ['mobile'],
              options: [
                { value: 'mobile', label: 'At the customer' },
                { value: 'fixed', label: 'At a location' },
                { value: 'remote', label: 'Remote' },
              ],
            },
            { name: 'locations', type: 'relationship', relationTo: 'locations', hasMany: true },
            { name: 'skills', type: 'relationship', relationTo: 'skills', hasMany: true },
            { name: 'crewSize', type: 'number', min: 1, max: 20, defaultValue: 1 },
            {
              name: 'assignmentMethod',
              type: 'select',
              defaultValue: 'inherit',
              options: ['inherit', 'direct', 'request', 'broadcast'],
              access: { read: officeReads },
            },
            serviceQuestionsField,
          ],
        },
      ],
    },
    { name: 'active', type: 'checkbox', defaultValue: true, admin: { position: 'sidebar' } },
    {
      name: 'bookable',
      label: 'Customers may book it',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
  ],
})
