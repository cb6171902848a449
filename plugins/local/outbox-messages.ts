import { secured } from '../../src/access/collection-access.ts'

/** What the local adapters sent: read like a mailbox, written by the adapter alone. */
export const outboxMessages = secured({
  slug: 'outbox-messages',
  labels: { singular: 'Local message', plural: 'Local messages' },
  admin: {
    group: 'Messages',
    hidden: true,
    useAsTitle: 'subject',
    defaultColumns: ['createdAt', 'channel', 'to', 'subject'],
  },
  defaultSort: '-createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  access: { create: 'none', read: { office: 'deliveries.view' }, update: 'none', delete: 'none' },
  fields: [
    { name: 'channel', type: 'select', required: true, options: ['email', 'sms'] },
    { name: 'to', type: 'text', required: true },
    { name: 'from', type: 'text' },
    { name: 'subject', type: 'text' },
    { name: 'text', type: 'textarea' },
    { name: 'html', type: 'textarea' },
    { name: 'attachments', type: 'json' },
    { name: 'deliveryKey', type: 'text', required: true, unique: true },
  ],
})
