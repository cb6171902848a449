import { secured } from '../../src/access/collection-access.ts'
import { fullAddressRead } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { coordinatesField } from '../../src/fields/coordinates-field.ts'
import { postalAddressFields } from '../../src/fields/postal-address-fields.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { deriveAddress } from '../../src/hooks/people/derive-address.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'
import { guardInUse } from '../../src/hooks/records/guard-in-use.ts'
import { guardOwner } from '../../src/hooks/records/guard-owner.ts'

const [line1, line2, ...rest] = postalAddressFields({ required: true })

export const addresses = secured({
  slug: 'addresses',
  labels: { singular: 'Address', plural: 'Addresses' },
  admin: {
    group: 'People',
    useAsTitle: 'line1',
    defaultColumns: ['line1', 'suburb', 'postcode', 'customer'],
    listSearchableFields: ['line1', 'suburb', 'postcode', 'label'],
  },
  access: {
    create: { office: 'customer.edit' },
    read: {
      office: 'customer.view',
      customer: (id) => ({ customer: { equals: id } }),
      fieldworker: rowsOfVisits('address'),
    },
    update: { office: 'customer.edit' },
    delete: { office: 'customer.edit' },
  },
  hooks: {
    ...auditedHooks,
    beforeValidate: [guardOwner, deriveAddress],
    beforeDelete: [guardInUse('address', ['bookings', 'appointments', 'properties'])],
  },
  fields: [
    { name: 'customer', type: 'relationship', relationTo: 'customers', index: true },
    { name: 'label', type: 'text', admin: { placeholder: 'Home' } },
    ...[line1, line2].map(
      (field) => ({ ...field, access: { read: fullAddressRead } }) as typeof field & object,
    ),
    ...rest,
    { ...coordinatesField(), access: { read: fullAddressRead } },
    timezoneField({ admin: { readOnly: true, description: 'Follows from the area.' } }),
    { name: 'area', type: 'relationship', relationTo: 'areas', admin: { readOnly: true } },
    {
      name: 'accessNotes',
      label: 'Access notes',
      type: 'textarea',
      access: { read: fullAddressRead },
    },
  ],
})
