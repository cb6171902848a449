import { secured } from '../../src/access/collection-access.ts'
import { officeReads, ownAnswerRead } from '../../src/access/field-access.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { personField } from '../../src/fields/person-field.ts'
import { stateField } from '../../src/fields/state-field.ts'
import { assignmentOfferHooks } from '../../src/hooks/bookings/offer/assignment-offer-hooks.ts'

export const assignmentOffers = secured({
  slug: 'assignment-offers',
  hooks: assignmentOfferHooks,
  labels: { singular: 'Offer', plural: 'Offers' },
  admin: {
    ...readOnlyAdmin,
    group: 'Bookings',
    useAsTitle: 'sentAt',
    listSearchableFields: ['booking.number', 'booking.customerSnapshot.name', 'fieldworker.name'],
    defaultColumns: ['sentAt', 'booking', 'fieldworker', 'mode', 'state', 'respondBy'],
  },
  defaultSort: '-sentAt',
  disableDuplicate: true,
  lockDocuments: false,
  access: {
    create: 'none',
    read: {
      office: 'booking.view-all',
      fieldworker: (fieldworker) => ({ fieldworker: { equals: fieldworker } }),
    },
    update: 'none',
    delete: 'none',
  },
  indexes: [{ fields: ['fieldworker', 'state'] }],
  fields: [
    { name: 'appointment', type: 'relationship', relationTo: 'appointments', required: true },
    { name: 'booking', type: 'relationship', relationTo: 'bookings' },
    { name: 'fieldworker', type: 'relationship', relationTo: 'fieldworkers', required: true },
    { name: 'mode', type: 'select', required: true, options: ['direct', 'request', 'broadcast'] },
    stateField({
      name: 'state',
      states: ['pending', 'accepted', 'declined', 'withdrawn', 'superseded', 'expired'],
      required: true,
      defaultValue: 'pending',
      index: true,
    }),
    instantField({ name: 'sentAt' }),
    instantField({ name: 'respondBy', index: true }),
    instantField({ name: 'escalatedAt' }),
    instantField({ name: 'remindedAt' }),
    instantField({ name: 'respondedAt' }),
    { ...personField('respondedBy', 'Answered by'), access: { read: officeReads } },
    { name: 'onBehalf', type: 'checkbox', defaultValue: false },
    { name: 'reason', type: 'textarea', access: { read: ownAnswerRead } },
    {
      name: 'alternatives',
      label: 'Other times that would suit',
      type: 'json',
      admin: { description: 'A list of { start, end }, proposed with a decline.' },
    },
    { name: 'message', type: 'textarea' },
    { name: 'previous', type: 'relationship', relationTo: 'assignment-offers' },
    { name: 'changes', type: 'json' },
  ],
})
