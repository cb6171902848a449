import { secured } from '../../src/access/collection-access.ts'
import { officeReads } from '../../src/access/field-access.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardInUse } from '../../src/hooks/records/guard-in-use.ts'
import { guardOwner } from '../../src/hooks/records/guard-owner.ts'

export const properties = secured({
  slug: 'properties',
  labels: { singular: 'Property', plural: 'Properties' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    defaultColumns: ['name', 'customer', 'type', 'address'],
  },
  access: {
    create: { office: 'customer.edit' },
    read: { office: 'customer.view', customer: (id) => ({ customer: { equals: id } }) },
    update: { office: 'customer.edit' },
    delete: { office: 'customer.edit' },
  },
  hooks: {
    ...auditedHooks,
    beforeValidate: [guardOwner],
    beforeDelete: [guardInUse('properties', ['bookings'])],
  },
  fields: [
    {
      name: 'customer',
      type: 'relationship',
      relationTo: 'customers',
      required: true,
      index: true,
    },
    { name: 'name', type: 'text', required: true },
    { name: 'type', type: 'text', admin: { placeholder: 'House, flat, boiler, car' } },
    { name: 'address', type: 'relationship', relationTo: 'addresses' },
    { name: 'notes', type: 'textarea', access: { read: officeReads } },
  ],
})
