import { secured } from '../../src/access/collection-access.ts'
import { officeOrFieldworkerReads, officeReads } from '../../src/access/field-access.ts'
import { rowsOfVisits } from '../../src/access/fieldworker-rows.ts'
import { readOnlyAdmin } from '../../src/admin/records/read-only-admin.ts'
import { appointmentEndpoints } from '../../src/endpoints/bookings/visit-commands.ts'
import { bookingStatusField } from '../../src/fields/booking-status-field.ts'
import { commandField } from '../../src/fields/command-field.ts'
import { filledIn } from '../../src/fields/filled-in.ts'
import { instantField } from '../../src/fields/instant-field.ts'
import { stateField } from '../../src/fields/state-field.ts'
import { timezoneField } from '../../src/fields/timezone-field.ts'
import { versionField } from '../../src/fields/version-field.ts'
import { appointmentHooks } from '../../src/hooks/bookings/visit/appointment-hooks.ts'

export const appointments = secured({
  slug: 'appointments',
  endpoints: appointmentEndpoints,
  hooks: appointmentHooks,
  labels: { singular: 'Appointment', plural: 'Appointments' },
  admin: {
    ...readOnlyAdmin,
    group: 'Bookings',
    useAsTitle: 'start',
    listSearchableFields: [
      ...['booking.number', 'booking.customerSnapshot.name', 'service.name', 'fieldworker.name'],
    ],
    defaultColumns: ['start', 'booking', 'service', 'fieldworker', 'acceptance', 'status'],
  },
  defaultSort: 'start',
  disableDuplicate: true,
  access: {
    create: { office: ['booking.create', 'booking.edit'], anyone: true, onlyByCommand: true },
    read: {
      office: 'booking.view-all',
      customer: (id) => ({ 'booking.customer': { equals: id } }),
      fieldworker: rowsOfVisits('appointment'),
    },
    update: {
      office: 'booking.view-all',
      customer: (id) => ({ 'booking.customer': { equals: id } }),
      fieldworker: rowsOfVisits('appointment'),
    },
    delete: 'none',
  },
  selfService: ['status', 'acceptance', 'progress', 'outcomeNotes', 'duties', 'command'],
  indexes: [{ fields: ['fieldworker', 'start'] }, { fields: ['status', 'start'] }],
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'booking', type: 'relationship', relationTo: 'bookings', required: true },
        { name: 'line', type: 'relationship', relationTo: 'booking-lines', required: true },
        { name: 'service', type: 'relationship', relationTo: 'services' },
      ],
    },
    {
      type: 'row',
      fields: [
        instantField({ name: 'start', required: true, index: true }),
        filledIn(instantField({ name: 'end', required: true })),
        timezoneField({ admin: { readOnly: true } }),
      ],
    },
    {
      type: 'row',
      fields: [
        bookingStatusField,
        filledIn(
          stateField({
            name: 'acceptance',
            states: ['unassigned', 'pending', 'accepted', 'declined', 'not_required'],
            required: true,
            defaultValue: 'unassigned',
            index: true,
          }),
        ),
        filledIn(
          stateField({
            name: 'progress',
            states: ['not_started', 'en_route', 'in_progress', 'paused', 'finished'],
            required: true,
            defaultValue: 'not_started',
          }),
        ),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'fieldworker',
          type: 'relationship',
          relationTo: 'fieldworkers',
          access: { read: officeOrFieldworkerReads },
        },
        { name: 'method', type: 'select', options: ['direct', 'request', 'broadcast'] },
      ],
    },
    {
      name: 'reservedFor',
      type: 'relationship',
      relationTo: 'fieldworkers',
      access: { read: officeReads },
      admin: { readOnly: true, description: 'Whose time the visit holds until it is assigned.' },
    },
    {
      name: 'unreserved',
      label: 'Does not block the calendar',
      type: 'checkbox',
      defaultValue: false,
      access: { read: officeReads },
    },
    {
      type: 'row',
      fields: [
        { name: 'address', type: 'relationship', relationTo: 'addresses' },
        { name: 'location', type: 'relationship', relationTo: 'locations' },
      ],
    },
    {
      type: 'row',
      fields: [
        instantField({ name: 'busyStart', admin: { hidden: true } }),
        instantField({ name: 'busyEnd', admin: { hidden: true } }),
        instantField({ name: 'actualStart', admin: { readOnly: true } }),
        instantField({ name: 'actualEnd', admin: { readOnly: true } }),
      ],
    },
    {
      name: 'duties',
      type: 'array',
      maxRows: 50,
      access: { read: officeOrFieldworkerReads },
      fields: [
        { name: 'kind', type: 'select', options: ['form', 'photo', 'note', 'task'] },
        { name: 'label', type: 'text', required: true },
        { name: 'done', type: 'checkbox', defaultValue: false },
      ],
    },
    {
      name: 'outcomeNotes',
      type: 'textarea',
      access: { read: officeOrFieldworkerReads },
    },
    { name: 'replaces', type: 'relationship', relationTo: 'appointments', admin: { hidden: true } },
    {
      name: 'replacedBy',
      type: 'relationship',
      relationTo: 'appointments',
      admin: { hidden: true },
    },
    commandField,
    versionField,
  ],
})
