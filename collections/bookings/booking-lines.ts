import { secured } from '../../src/access/collection-access.ts'
import { pricesRead } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { amountField } from '../../src/fields/amount-field.ts'
import { commandField } from '../../src/fields/command-field.ts'
import { versionField } from '../../src/fields/version-field.ts'
import { bookingLineHooks } from '../../src/hooks/bookings/line/booking-line-hooks.ts'

const priced = { access: { read: pricesRead } }

export const bookingLines = secured({
  slug: 'booking-lines',
  hooks: bookingLineHooks,
  labels: { singular: 'Service line', plural: 'Service lines' },
  admin: {
    group: 'Bookings',
    hidden: true,
    useAsTitle: 'description',
    defaultColumns: ['service', 'quantity', 'totalAmount'],
  },
  disableDuplicate: true,
  access: {
    create: { office: ['booking.create', 'booking.edit'], anyone: true, onlyByCommand: true },
    read: {
      office: 'booking.view-all',
      customer: (id) => ({ 'booking.customer': { equals: id } }),
      fieldworker: rowsOfVisits('booking', 'booking'),
    },
    update: { office: ['booking.edit', 'price.edit'] },
    delete: { office: 'booking.edit' },
  },
  fields: [
    { name: 'booking', type: 'relationship', relationTo: 'bookings', required: true },
    { name: 'service', type: 'relationship', relationTo: 'services', required: true },
    { name: 'description', type: 'text' },
    {
      type: 'row',
      fields: [
        {
          name: 'quantity',
          type: 'number',
          min: 0,
          max: 1000,
          defaultValue: 1,
          admin: { description: 'None: the service was taken off the booking.' },
        },
        { name: 'unit', type: 'text' },
        { name: 'durationMinutes', type: 'number', min: 5 },
      ],
    },
    {
      type: 'row',
      fields: [
        amountField({ name: 'unitAmount', ...priced }),
        { name: 'taxPercent', type: 'number', min: 0, max: 100, ...priced },
        amountField({ name: 'totalAmount', ...priced, admin: { readOnly: true } }),
      ],
    },
    { name: 'breakdown', type: 'json', ...priced, admin: { readOnly: true } },
    { name: 'requiresApproval', type: 'checkbox', defaultValue: false, admin: { readOnly: true } },
    { name: 'answers', type: 'json' },
    commandField,
    versionField,
  ],
})
