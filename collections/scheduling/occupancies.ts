import { closed, secured } from '../../src/access/collection-access.ts'
import { instantField } from '../../src/fields/instant-field.ts'

export const occupancies = secured({
  slug: 'occupancies',
  admin: { group: 'Scheduling', hidden: true, useAsTitle: 'kind' },
  access: closed,
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  fields: [
    { name: 'fieldworker', type: 'relationship', relationTo: 'fieldworkers', required: true },
    instantField({ name: 'startsAt', required: true }),
    instantField({ name: 'endsAt', required: true }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: ['visit', 'reservation', 'hold', 'unavailability', 'external'],
    },
    { name: 'exclusive', type: 'checkbox', required: true, defaultValue: true },
    { name: 'appointment', type: 'relationship', relationTo: 'appointments' },
    { name: 'unavailability', type: 'relationship', relationTo: 'unavailabilities' },
    instantField({ name: 'expiresAt' }),
    { name: 'sourceRef', type: 'text', index: true },
  ],
})
