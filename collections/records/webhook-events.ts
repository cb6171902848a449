import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { retryWebhookEventEndpoint } from '../../src/endpoints/records/retry-webhook-event.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { stateField } from '../../src/fields/state-field.ts'

export const webhookEvents = secured({
  slug: 'webhook-events',
  labels: { singular: 'Webhook event', plural: 'Webhook events' },
  admin: {
    ...readOnlyAdmin,
    group: 'Records',
    useAsTitle: 'type',
    defaultColumns: ['createdAt', 'provider', 'type', 'state', 'attempts', 'error'],
  },
  defaultSort: '-createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  access: { create: 'none', read: { office: 'deliveries.view' }, update: 'none', delete: 'none' },
  endpoints: [retryWebhookEventEndpoint],
  indexes: [{ fields: ['provider', 'eventId'], unique: true }, { fields: ['state', 'notBefore'] }],
  fields: [
    { name: 'provider', type: 'text', required: true },
    { name: 'eventId', type: 'text', required: true },
    { name: 'type', type: 'text', required: true },
    // For the handler only: it may hold what no role was given.
    { name: 'body', type: 'textarea', admin: { hidden: true }, access: { read: never } },
    stateField({
      name: 'state',
      states: ['pending', 'processing', 'done', 'ignored', 'failed', 'dead'],
      required: true,
      defaultValue: 'pending',
    }),
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    instantField({ name: 'notBefore' }),
    { name: 'error', type: 'text' },
    instantField({ name: 'handledAt' }),
  ],
})
