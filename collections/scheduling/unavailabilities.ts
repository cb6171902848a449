import { secured } from '../../src/access/collection-access.ts'
import type { Permission } from '../../src/domain/people/permissions.ts'
import { timeOffAdmin } from '../../src/admin/scheduling/time-off/time-off-admin.ts'
import { absenceKinds } from '../../src/domain/scheduling/absence.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { unavailabilityHooks } from '../../src/hooks/scheduling/unavailability-hooks.ts'

/** Whoever gives out the work hears first who is ill. */
const dispatch: Permission[] = ['fieldworker.edit', 'booking.assign']

const own = (fieldworker: string) => ({ fieldworker: { equals: fieldworker } })

export const unavailabilities = secured({
  slug: 'unavailabilities',
  hooks: unavailabilityHooks,
  labels: { singular: 'Time off', plural: 'Time off' },
  admin: {
    ...timeOffAdmin,
    group: 'Scheduling',
    useAsTitle: 'note',
    listSearchableFields: ['note', 'fieldworker.name', 'location.name'],
    defaultColumns: ['fieldworker', 'location', 'kind', 'start', 'end', 'note'],
  },
  defaultSort: '-start',
  disableDuplicate: true,
  access: {
    create: { office: dispatch },
    read: { office: 'fieldworker.view', fieldworker: own },
    update: { office: dispatch },
    delete: { office: dispatch },
  },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'fieldworker', type: 'relationship', relationTo: 'fieldworkers' },
        { name: 'location', type: 'relationship', relationTo: 'locations' },
      ],
    },
    {
      type: 'row',
      fields: [
        instantField({ name: 'start', required: true, index: true }),
        instantField({ name: 'end', required: true }),
      ],
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'leave',
      options: [...absenceKinds],
    },
    { name: 'note', type: 'text' },
  ],
})
