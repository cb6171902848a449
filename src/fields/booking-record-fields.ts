import type { Field, SelectField } from 'payload'
import { officeReads } from '../access/field-access.ts'
import { filledIn } from './filled-in.ts'
import { versionField } from './version-field.ts'

/** Where a booking came from and who looks after it. */
export const bookingRecordFields: Field[] = [
  filledIn<SelectField>({
    name: 'source',
    type: 'select',
    required: true,
    defaultValue: 'manual',
    options: [
      'manual',
      'portal',
      'widget',
      'api',
      'ai-agent',
      'booking-request',
      'fieldworker',
      'recurrence',
      'reschedule',
      'import',
    ],
    admin: { readOnly: true, position: 'sidebar' },
  }),
  {
    name: 'owner',
    type: 'relationship',
    relationTo: 'users',
    access: { read: officeReads },
    admin: { position: 'sidebar' },
  },
  {
    name: 'labels',
    type: 'relationship',
    relationTo: 'labels',
    hasMany: true,
    access: { read: officeReads },
    admin: { position: 'sidebar' },
  },
  {
    name: 'workflowStatus',
    type: 'text',
    access: { read: officeReads },
    admin: { hidden: true },
  },
  {
    name: 'commsPaused',
    label: 'Messages paused',
    type: 'group',
    access: { read: officeReads },
    admin: { readOnly: true, position: 'sidebar' },
    fields: [
      { name: 'email', type: 'checkbox', defaultValue: false },
      { name: 'sms', type: 'checkbox', defaultValue: false },
    ],
  },
  {
    name: 'lineage',
    type: 'relationship',
    relationTo: 'bookings',
    admin: { hidden: true },
  },
  {
    name: 'rescheduledFrom',
    type: 'relationship',
    relationTo: 'bookings',
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: (data) => Boolean(data['rescheduledFrom']),
    },
  },
  {
    name: 'rescheduledTo',
    type: 'relationship',
    relationTo: 'bookings',
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: (data) => Boolean(data['rescheduledTo']),
    },
  },
  {
    name: 'series',
    type: 'relationship',
    relationTo: 'series',
    admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data['series']) },
  },
  { name: 'seriesIndex', type: 'number', admin: { hidden: true } },
  { name: 'createdByKind', type: 'text', access: { read: officeReads }, admin: { hidden: true } },
  { name: 'createdById', type: 'text', access: { read: officeReads }, admin: { hidden: true } },
  {
    name: 'createdByName',
    label: 'Created by',
    type: 'text',
    access: { read: officeReads },
    admin: { readOnly: true, position: 'sidebar' },
  },
  versionField,
]
