import { secured } from '../../src/access/collection-access.ts'

const instant = {
  type: 'date',
  required: true,
  admin: { date: { pickerAppearance: 'dayAndTime' } },
} as const

/** The calendars of fieldworkers who connected none; written by the adapter alone. */
export const calendarEvents = secured({
  slug: 'calendar-events',
  labels: { singular: 'Local calendar event', plural: 'Local calendar events' },
  admin: {
    group: 'Messages',
    hidden: true,
    useAsTitle: 'title',
    defaultColumns: ['start', 'fieldworker', 'title', 'state'],
  },
  defaultSort: 'start',
  lockDocuments: false,
  disableDuplicate: true,
  graphQL: false,
  access: {
    create: 'none',
    read: {
      office: 'booking.view-all',
      fieldworker: (id) => ({ fieldworker: { equals: id } }),
    },
    update: 'none',
    delete: 'none',
  },
  indexes: [{ fields: ['fieldworker', 'start'] }],
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'fieldworker', type: 'relationship', relationTo: 'fieldworkers' },
    { name: 'title', type: 'text', required: true },
    { name: 'start', ...instant },
    { name: 'end', ...instant },
    { name: 'timezone', type: 'text', required: true },
    { name: 'location', type: 'text' },
    { name: 'description', type: 'textarea' },
    {
      name: 'state',
      type: 'select',
      required: true,
      // Nothing is tentative any more; what was written so stays readable.
      options: ['tentative', 'confirmed', 'removed'],
    },
  ],
})
