import { may } from '../../src/access/actor.ts'
import { secured } from '../../src/access/collection-access.ts'
import { accountMails } from '../../src/domain/messages/events.ts'

/** Whoever reads a link into somebody's account could enter it: those are the administrators'. */
const withoutAccountMail = {
  and: accountMails.map((event) => ({ deliveryKey: { not_like: `${event}:` } })),
}

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
  access: {
    create: 'none',
    read: {
      office: 'users.edit',
      staff: (actor) => may(actor, 'deliveries.view') && withoutAccountMail,
    },
    update: 'none',
    delete: 'none',
  },
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
