import { secured } from '../../src/access/collection-access.ts'
import { emailField } from '../../src/fields/email-field.ts'
import { phoneField } from '../../src/fields/phone-field.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardInUse } from '../../src/hooks/records/guard-in-use.ts'
import { guardOwner } from '../../src/hooks/records/guard-owner.ts'

export const contacts = secured({
  slug: 'contacts',
  labels: { singular: 'Contact', plural: 'Contacts' },
  admin: {
    group: 'People',
    useAsTitle: 'name',
    listSearchableFields: ['name', 'email', 'phone', 'customer.name'],
    defaultColumns: ['name', 'customer', 'role', 'phone'],
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
    beforeDelete: [guardInUse('contact', ['bookings'])],
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
    { name: 'role', type: 'text' },
    {
      type: 'row',
      fields: [emailField(), phoneField()],
    },
  ],
})
