import { secured } from '../../src/access/collection-access.ts'
import { officeReads } from '../../src/access/field-access.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { seriesCommands } from '../../src/endpoints/scheduling/series.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { stateField } from '../../src/fields/state-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { seriesStates } from '../../src/domain/bookings/series-lifecycle.ts'
import { auditedHooks } from '../../src/hooks/records/audited-hooks.ts'

/** A repeating booking: its rule, and the occurrences it made, each a booking of its own. */
export const series = secured({
  slug: 'series',
  endpoints: seriesCommands,
  hooks: auditedHooks,
  labels: { singular: 'Series', plural: 'Series' },
  admin: {
    ...readOnlyAdmin,
    group: 'Bookings',
    useAsTitle: 'summary',
    listSearchableFields: ['summary', 'customer.name'],
    defaultColumns: ['summary', 'customer', 'state', 'createdAt'],
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  lockDocuments: false,
  access: {
    create: 'none',
    read: {
      office: 'booking.view-all',
      customer: (id) => ({ customer: { equals: id } }),
    },
    update: 'none',
    delete: 'none',
  },
  fields: [
    { name: 'summary', type: 'text', admin: { readOnly: true } },
    stateField({
      name: 'state',
      states: seriesStates,
      required: true,
      defaultValue: 'active',
      index: true,
    }),
    { name: 'customer', type: 'relationship', relationTo: 'customers', required: true },
    { name: 'template', type: 'relationship', relationTo: 'bookings' },
    { name: 'rule', type: 'json', required: true },
    timezoneField({ admin: { readOnly: true } }),
    {
      name: 'occurrences',
      type: 'join',
      collection: 'bookings',
      on: 'series',
      defaultSort: 'startsAt',
      defaultLimit: 60,
      admin: { allowCreate: false },
    },
    instantField({ name: 'endedAt', admin: { readOnly: true } }),
    { name: 'createdByName', type: 'text', access: { read: officeReads } },
  ],
})
