import { secured } from '../../src/access/collection-access.ts'
import { officeOrCustomerReads, officeReads } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { bookingsAdmin } from '../../src/admin/bookings/bookings-admin.ts'
import { bookingEndpoints } from '../../src/endpoints/bookings/booking-commands.ts'
import { bookingOutcomeFields } from '../../src/fields/booking-outcome-fields.ts'
import { bookingRecordFields } from '../../src/fields/booking-record-fields.ts'
import { bookingStatusField } from '../../src/fields/booking-status-field.ts'
import { commandField } from '../../src/fields/command-field.ts'
import { gatesField } from '../../src/fields/gates-field.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { phoneCopyField } from '../../src/fields/phone-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { totalsField } from '../../src/fields/totals-field.ts'
import { bookingHooks } from '../../src/hooks/bookings/booking/booking-hooks.ts'

const ownRows = {
  office: 'booking.view-all',
  customer: (id: string) => ({ customer: { equals: id } }),
  fieldworker: rowsOfVisits('booking'),
} as const

export const bookings = secured({
  slug: 'bookings',
  endpoints: bookingEndpoints,
  hooks: bookingHooks,
  labels: { singular: 'Booking', plural: 'Bookings' },
  admin: {
    group: 'Bookings',
    useAsTitle: 'number',
    defaultColumns: ['number', 'customer', 'startsAt', 'status', 'source', 'labels'],
    listSearchableFields: [
      ...['number', 'customer.name', 'customer.phone', 'customer.email'],
      ...['customerSnapshot.name', 'customerSnapshot.phone', 'customerSnapshot.email'],
    ],
    ...bookingsAdmin,
  },
  defaultSort: '-startsAt',
  trash: true,
  disableDuplicate: true,
  access: {
    create: { office: 'booking.create', anyone: true, onlyByCommand: true },
    read: ownRows,
    update: ownRows,
    delete: { office: 'booking.delete' },
  },
  selfService: ['status', 'command'],
  indexes: [{ fields: ['status', 'startsAt'] }],
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'number',
          type: 'text',
          unique: true,
          admin: { readOnly: true },
          custom: { form: 'number' },
        },
        bookingStatusField,
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'customer', type: 'relationship', relationTo: 'customers', required: true },
        { name: 'contact', type: 'relationship', relationTo: 'contacts' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'address', type: 'relationship', relationTo: 'addresses' },
        { name: 'location', type: 'relationship', relationTo: 'locations' },
      ],
    },
    { name: 'properties', type: 'relationship', relationTo: 'properties', hasMany: true },
    {
      type: 'row',
      fields: [
        instantField({ name: 'startsAt', label: 'Starts', index: true, admin: { readOnly: true } }),
        instantField({ name: 'endsAt', label: 'Ends', index: true, admin: { readOnly: true } }),
        timezoneField({ admin: { readOnly: true } }),
      ],
    },
    { name: 'plan', label: 'Services and visits', type: 'json', virtual: true },
    commandField,
    {
      name: 'lines',
      label: 'Service lines',
      type: 'join',
      collection: 'booking-lines',
      on: 'booking',
      defaultSort: 'createdAt',
      defaultLimit: 50,
      admin: { allowCreate: false },
    },
    {
      name: 'appointments',
      type: 'join',
      collection: 'appointments',
      on: 'booking',
      defaultSort: 'start',
      defaultLimit: 100,
      admin: { allowCreate: false },
    },
    totalsField,
    {
      name: 'notes',
      type: 'group',
      fields: [
        { name: 'customer', label: 'From the customer', type: 'textarea' },
        { name: 'internal', type: 'textarea', access: { read: officeReads } },
      ],
    },
    { name: 'answers', type: 'json', admin: { readOnly: true } },
    {
      name: 'customerSnapshot',
      label: 'Customer at the time of booking',
      type: 'group',
      admin: { readOnly: true },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'name', type: 'text' },
            phoneCopyField(),
            { name: 'email', type: 'text', access: { read: officeOrCustomerReads } },
            { name: 'timezone', type: 'text' },
          ],
        },
      ],
    },
    gatesField,
    ...bookingOutcomeFields,
    ...bookingRecordFields,
  ],
})
