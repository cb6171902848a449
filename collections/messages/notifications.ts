import { secured } from '../../src/access/collection-access.ts'
import { never } from '../../src/access/field-access.ts'
import type { Actor } from '../../src/access/actor.ts'
import { instantField } from '../../src/fields/instant-field.ts'

const ofUser = (actor: Actor) => ({ user: { equals: actor.id ?? null } })

const own = {
  staff: ofUser,
  customer: (id: string) => ({ customer: { equals: id } }),
  fieldworker: (_fieldworker: string, _req: unknown, actor: Actor) => ofUser(actor),
}

const fixed = { access: { update: never } }

export const notifications = secured({
  slug: 'notifications',
  labels: { singular: 'Notification', plural: 'Notifications' },
  admin: { group: 'Messages', hidden: true, useAsTitle: 'title' },
  defaultSort: '-createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  access: { create: 'none', read: own, update: own, delete: 'none' },
  selfService: ['readAt'],
  fields: [
    { name: 'user', type: 'relationship', relationTo: 'users', ...fixed },
    { name: 'customer', type: 'relationship', relationTo: 'customers', ...fixed },
    { name: 'title', type: 'text', required: true, ...fixed },
    { name: 'body', type: 'textarea', ...fixed },
    { name: 'href', type: 'text', ...fixed },
    { name: 'booking', type: 'relationship', relationTo: 'bookings', ...fixed },
    instantField({ name: 'readAt' }),
    { name: 'event', type: 'text', ...fixed },
  ],
})
