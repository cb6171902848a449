import { secured } from '../../src/access/collection-access.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { stateField } from '../../src/fields/state-field.ts'

export const deliveries = secured({
  slug: 'deliveries',
  labels: { singular: 'Delivery', plural: 'Deliveries' },
  admin: {
    ...readOnlyAdmin,
    group: 'Messages',
    useAsTitle: 'event',
    defaultColumns: ['createdAt', 'channel', 'event', 'to', 'state', 'attempts'],
  },
  defaultSort: '-createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  access: { create: 'none', read: { office: 'deliveries.view' }, update: 'none', delete: 'none' },
  indexes: [{ fields: ['state', 'notBefore'] }, { fields: ['subjectType', 'subjectId'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    {
      name: 'channel',
      type: 'select',
      required: true,
      options: ['email', 'sms', 'calendar', 'push'],
    },
    { name: 'event', type: 'text', required: true },
    { name: 'to', type: 'text' },
    { name: 'subjectType', type: 'text' },
    { name: 'subjectId', type: 'text' },
    { name: 'booking', type: 'relationship', relationTo: 'bookings' },
    { name: 'recipientKind', type: 'text' },
    { name: 'payload', type: 'json' },
    stateField({
      name: 'state',
      states: ['pending', 'sending', 'sent', 'failed', 'dead', 'cancelled', 'unknown'],
      required: true,
      defaultValue: 'pending',
    }),
    { name: 'attempts', type: 'number', defaultValue: 0 },
    instantField({ name: 'notBefore' }),
    { name: 'provider', type: 'text' },
    { name: 'providerRef', type: 'text', index: true },
    { name: 'error', type: 'text' },
    instantField({ name: 'sentAt' }),
  ],
})
